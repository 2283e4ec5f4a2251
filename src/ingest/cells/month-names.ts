/** Names and short forms of the months, German and English first; without accents, as they are looked up. */
const names = [
  "januar january janner jaenner jan january januari janvier janv enero ene janeiro gennaio gen styczen stycznia sty leden ledna januar januarie ianuarie ian ocak tammikuu tammi janeiro январь января янв січень січня січ ιανουαριος ιανουαριου ιαν oca sijecanj sijecnja sij sausis sausio gener jaanuar janvaris led януари",
  "februar february feber feb febr februari fevrier fevr fev febrero fevereiro febbraio luty lutego lut unor unora uno februarie subat helmikuu helmi февраль февраля фев лютии лютого лют φεβρουαριος φεβρουαριου φεβ sub veljaca veljace velj vasaris vasario veebruar februaris febrer февруари",
  "marz maerz marc march mar mrz mars maart mrt marzo marco marzec marca brezen brezna marts marcius marec martie mart maaliskuu maalis март марта мар березень березня бер μαρτιος μαρτιου μαρ ozujak ozujka ozu kovas kovo bre maret",
  "april apr avril avr abril abr aprile dub kwiecien kwietnia kwi duben dubna aprilis aprilie nisan huhtikuu huhti апрель апреля апр квітень квітня кві απριλιος απριλιου απρ nis travanj travnja tra balandis balandzio aprill",
  "mai may mei mayo maio maggio mag maj maja kveten kvetna majus mayis toukokuu touko маи мая травень травня тра μαιος μαιου μαι svibanj svibnja svi geguze geguzes maijs maig kve kvet",
  "juni june jun juin junio junho giugno giu czerwiec czerwca cze cerven cervna junius iunie iun haziran kesakuu kesa июнь июня июн червень червня чер ιουνιος ιουνιου ιουν haz lipanj lipnja birzelis birzelio juuni junijs juny cvn junij юни cer",
  "juli july jul juillet juil julio julho luglio lug lipiec lipca cervenec cervence julius iulie iul temmuz heinakuu heina июль июля июл липень липня лип ιουλιος ιουλιου ιουλ tem srpanj srpnja liepa liepos juuli julijs juliol cvc julij юли",
  "august aug aout agosto ago augusti augustus sierpien sierpnia sie srpen srpna augusztus agustos elokuu август августа авг серпень серпня сер αυγουστος αυγουστου αυγ agu kolovoz kolovoza kol rugpjutis rugpjucio agust avgust agost agustus elo augusts август",
  "september sep sept septembre septiembre setembro settembre set wrzesien wrzesnia wrz zari szeptember szept septembrie eylul syyskuu syys сентябрь сентября сен сент вересень вересня вер σεπτεμβριος σεπτεμβριου σεπ eyl rujan rujna ruj rugsejis rugsejo setembre septembris septembar zar септември",
  "oktober october okt oct octobre octubre outubro ottobre ott pazdziernik pazdziernika paz rijen rijna oktober octombrie ekim lokakuu loka октябрь октября окт жовтень жовтня жов οκτωβριος οκτωβριου οκτ eki spalis spalio oktoober oktobris oktobar rij out октомври",
  "november nov novembre noviembre novembro noiembrie kasim marraskuu marras ноябрь ноября ноя листопад листопада лис νοεμβριος νοεμβριου νοε kas studeni studenoga stu lapkritis lapkricio novembris novembar noi ноември",
  "dezember december dez dec decembre diciembre dic dezembro dicembre grudzien grudnia gru prosinec prosince decembrie desember aralik joulukuu joulu декабрь декабря дек грудень грудня гру δεκεμβριος δεκεμβριου δεκ ara prosinac prosinca gruodis gruodzio detsember decembris decembar desembre des pro prosi декември",
];

const numbers = new Map(names.flatMap((line, index) => line.split(" ").map((name) => [name, index + 1])));

/**
 * Month of a name or its short form, German, English or of another language of Europe in any of its scripts, accents or not; 0 for other
 * words.
 * @example monthNumber("Mrz") // 3
 * @example monthNumber("févr") // 2
 */
export const monthNumber = (name: string): number =>
  numbers.get(name.toLowerCase().replaceAll("ı", "i").normalize("NFD").replace(/\p{M}/gu, "")) ?? 0;

/** Names that are one month in Croatian and the next in Polish or Czech, with both. */
const shared: readonly (readonly [name: RegExp, croatian: string, western: string])[] = [
  [/^(listopad(a|u)?|lis)$/, "october", "november"],
  [/^lip$/, "june", "july"],
  [/^srp$/, "july", "august"],
];
const croatian =
  /^(sij|sijecanj|sijecnja|velj|veljac[ae]|ozu|ozujka?|tra|travanj|travnja|svi|svibanj|svibnja|lipanj|lipnja|srpanj|srpnja|kol|kolovoza?|ruj|rujan|rujna|stu|studeni|studenoga?|prosinac|prosinca|mjesec)$/;
const western =
  /^(sty|styczen|stycznia|lut|luty|lutego|marzec|kwi|kwiecien|kwietnia|cze|czerwiec|czerwca|lipiec|lipca|sie|sierpien|sierpnia|wrz|wrzesien|wrzesnia|paz|pazdziernika?|gru|grudzien|grudnia|led|leden|ledna|uno|unora?|bre|brezen|brezna|dub|duben|dubna|kve|kveten|kvetna|cerven|cervna|cervenec|cervence|srpen|srpna|zari|rij|rijen|rijna|prosinec|prosince|mesic|miesiac)$/;

const bare = (word: string): string =>
  word.toLowerCase().replaceAll("đ", "d").replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "");

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => (text.length > 80 ? [] : (text.match(/[\p{L}\p{M}]{3,14}/gu) ?? []).map(bare)));

const isShared = (word: string): boolean => shared.some(([name]) => name.test(word));

/** True for a text with the name of a month, be it one that two languages use for two months. */
export const namesMonth = (text: string): boolean =>
  wordsOf([text]).some((word) => isShared(word) || monthNumber(word) > 0);

/**
 * How texts that name months are read where Croatian means another month than Polish and Czech ("listopad" is October
 * and November): by the other months that stand beside them. Undefined where none is shared, or nothing decides.
 * @example sharedMonths(["listopad 2025", "studeni 2025"])?.("listopad 2025") // "october 2025"
 */
export function sharedMonths(texts: readonly string[]): ((text: string) => string) | undefined {
  const found = wordsOf(texts);
  const isCroatian = found.some((word) => croatian.test(word));
  if (isCroatian === found.some((word) => western.test(word))) return undefined;
  return (text) =>
    text.replace(/[\p{L}\p{M}]{3,14}/gu, (word) => {
      const [, one, other] = shared.find(([name]) => name.test(bare(word))) ?? [];
      return (isCroatian ? one : other) ?? word;
    });
}
