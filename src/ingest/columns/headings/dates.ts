/** Headings of days, in the languages that shops and merchandise systems write. */
export const dayHeading =
  /(dat(um|e|a|o|ei)?$|^dat|date|fecha|tarih|paiva|dzien|datum|дата|tag$|day$|termin)/;

/** Headings of months, in the languages that write them. */
export const monthHeading =
  /(monat|month|periode?|mois|^mes$|^mese$|maand|miesiac|mesic|mjesec|manad|maned|kuukausi|^ay$|honap|luna|месяц|місяць)/;

/** A week that leaves its year open: "KW 3", "Semaine 12". */
export const weekAlone =
  /^(?:KW|CW|Woche|Week|Wk|Semaine|Sem|Semana|Settimana|Tydzień|Tydz|Týden|Vecka|Uge|Uke|W)[. -]*(\d{1,2})$/i;

/** The same where a heading speaks of weeks: "S02", "v. 7". */
export const weekBelow =
  /^(?:KW|CW|Woche|Week|Wk|Semaine|Sem|Semana|Settimana|Tydzień|Tydz|Týden|Vecka|Uge|Uke|W|S|V|T|U)[. -]*(\d{1,2})$/i;

/** Headings of the parts of a date that stand in columns of their own. */
export const partHeadings = {
  year: /^(jahr|year|kalenderjahr|geschaftsjahr|buchungsjahr|fiscalyear|financialyear|wirtschaftsjahr|finanzjahr|rechnungsjahr|gjahr|bokjaar|jaar|annee|exercice|anno|esercizio|ano|ejercicio|exercicio|rok|yil|ar|aar|ev|vuosi|godina|leto|jjjj|yyyy|год|рік|年|年份|年度)$/,
  month:
    /^(monat|month|kalendermonat|buchungsmonat|monatsnummer|maand|mois|mes|mese|manad|maned|miesiac|mesic|mesiac|honap|luna|kuukausi|mjesec|ay|месяц|місяць|月|月份|periode|period|buchungsperiode|fiscalperiod|postingperiod|periodo|mm)$/,
  quarter:
    /^(quartal|quarter|kwartal|kwartaal|trimestre|trim|qtr|kvartal|ctvrtleti|negyedev|ceyrek|q|квартал)$/,
  week: /^(kw|woche|week|kalenderwoche|cw|isoweek|weeknummer|wochennummer|semaine|semana|settimana|vecka|uge|uke|tydzien|tyden|tyzden|het|viikko|hafta|неделя|週|周|周次)$/,
  day: /^(tag|day|kalendertag|dd|jour|dia|giorno|dag|dzien|den|nap|ziua|paiva|gun|dan|день|日)$/,
};

/** True for the heading of a week. */
export const namesWeeks = (key: string): boolean => partHeadings.week.test(key);

/** True for the heading of a quarter. */
export const namesQuarters = (key: string): boolean => partHeadings.quarter.test(key);
