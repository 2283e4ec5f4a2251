/** Names and short forms of the months, German and English first; without accents, as they are looked up. */
const names = [
  "januar january janner jaenner jan january januari janvier janv enero ene janeiro gennaio gen styczen stycznia sty leden ledna januar januarie ianuarie ian ocak tammikuu tammi janeiro",
  "februar february feber feb febr februari fevrier fevr fev febrero fevereiro febbraio luty lutego lut unor unora uno februarie subat helmikuu helmi",
  "marz maerz march mar mrz mars maart mrt marzo marco marzec marca brezen brezna marts marcius marec martie mart maaliskuu maalis",
  "april apr avril avr abril abr aprile kwiecien kwietnia kwi duben dubna aprilis aprilie nisan huhtikuu huhti",
  "mai may mei mayo maio maggio mag maj maja kveten kvetna majus mayis toukokuu touko",
  "juni june jun juin junio junho giugno giu czerwiec czerwca cze cerven cervna junius iunie iun haziran kesakuu kesa",
  "juli july jul juillet juil julio julho luglio lug lipiec lipca lip cervenec cervence julius iulie iul temmuz heinakuu heina",
  "august aug aout agosto ago augusti augustus sierpien sierpnia sie srpen srpna augusztus agustos elokuu",
  "september sep sept septembre septiembre setembro settembre set wrzesien wrzesnia wrz zari szeptember szept septembrie eylul syyskuu syys",
  "oktober october okt oct octobre octubre outubro ottobre ott pazdziernik pazdziernika paz rijen rijna oktober octombrie ekim lokakuu loka",
  "november nov novembre noviembre novembro listopad listopada lis noiembrie kasim marraskuu marras",
  "dezember december dez dec decembre diciembre dic dezembro dicembre grudzien grudnia gru prosinec prosince decembrie desember aralik joulukuu joulu",
];

const numbers = new Map(names.flatMap((line, index) => line.split(" ").map((name) => [name, index + 1])));

/**
 * Month of a name or its short form, German, English or of another language of Europe, accents or not; 0 for other
 * words.
 * @example monthNumber("Mrz") // 3
 * @example monthNumber("févr") // 2
 */
export const monthNumber = (name: string): number =>
  numbers.get(name.toLowerCase().replaceAll("ı", "i").normalize("NFD").replace(/\p{M}/gu, "")) ?? 0;
