import type { Place, TableIssues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { counted } from "../../sentences.ts";
import { at } from "./place.ts";

const place = ({ row }: Place): string => (row === undefined ? "" : `Zeile ${row}: `);

/** How bytes became rows: what was left out or repaired. */
export const tableIssues: IssueSentences<TableIssues> = {
  "quotes-mended": (i) =>
    `${place(i)}Anführungszeichen am falschen Platz; die wahrscheinlichste Lesart gilt: ${i.text}`,
  "row-mended": (i) =>
    `${place(i)}${i.cells} statt ${i.width} Zellen; nach den anderen Zeilen eingeordnet: ${i.text}`,
  "row-short": (i) => `${place(i)}nur ${i.cells} von ${i.width} Zellen; der Rest gilt als leer: ${i.text}`,
  "row-long": (i) => `${place(i)}${i.cells} statt ${i.width} Zellen; die überzähligen blieben weg: ${i.text}`,
  "mending-ended": (i) =>
    `${place(i)}zu viele Zeilen davor passten nicht: ab hier werden solche Zeilen nur noch abgeschnitten oder aufgefüllt; bitte die Datei neu exportieren.`,
  "header-mended": (i) =>
    `${place(i)}die Überschriften passten nicht zu ${counted(`${i.width}`, "Spalte", "Spalten")} und wurden eingeordnet: ${i.text}`,
  "header-repeated": (i) =>
    `${place(i)}die Überschrift steht noch einmal da (Seitenumbruch) und zählt nicht.`,
  "header-reordered": (i) =>
    `${place(i)}eine weitere Überschrift mit anderen oder anders geordneten Spalten; die Zeilen darunter werden nach ihr gelesen: ${i.text}`,
  "tables-beside": (i) =>
    `${i.count} Tabellen stehen nebeneinander; gelesen wird die mit den Überschriften ${i.text}.`,
  "decimals-joined": (i) =>
    `In den Zahlen von ${i.text} steht ein Komma ohne Anführungszeichen: ihre beiden Hälften wurden zusammengesetzt.`,
  "lines-unquoted": (i) => `${place(i)}ganze Zeilen stehen in Anführungszeichen; diese wurden entfernt.`,
  "lines-joined": (i) =>
    `${place(i)}zwei Arten von Zeilen mit eigenen Überschriften: jede Bewegungszeile gehört zur Artikelzeile darüber.`,
  "group-sums": (i) =>
    `${counted(`${i.count}`, "Zeile ist die Summe", "Zeilen sind Summen")} anderer Zeilen und ${i.count === 1 ? "zählt" : "zählen"} nicht neben ihnen.`,
  "keys-filled": (i) =>
    `${place(i)}${i.text} steht nur in der ersten seiner Zeilen und gilt für die darunter.`,
  "cells-split": (i) =>
    `${place(i)}In einer Zelle stehen mehrere Artikel mit ihren Mengen; jeder ist eine Zeile für sich.`,
  "balance-tells-way": (i) =>
    `Was zu- und was abging, sagt der Bestand daneben: ${counted(`${i.count}`, "Zeile ist ein Zugang", "Zeilen sind Zugänge")}.`,
  "rows-of-groups": (i) =>
    `${place(i)}Gruppen stehen in eigenen Zeilen über ihren Zeilen und gelten für diese (die erste: ${i.text}).`,
  "title-repeated": (i) => `${place(i)}eine Titelzeile der Seite zählt nicht: ${i.text}`,
  "rule-row": (i) => `${place(i)}eine Trennlinie zählt nicht.`,
  "blank-row": (i) => `${place(i)}eine leere Zeile zählt nicht.`,
  "preamble-row": (i) => `${place(i)}steht vor der Tabelle und zählt nicht: ${i.text}`,
  "total-row": (i) => `${place(i)}eine Summenzeile zählt nicht als Bedarf: ${i.text}`,
  "footer-row": (i) => `${place(i)}steht nach der Tabelle und zählt nicht: ${i.text}`,
  "second-table": (i) =>
    `${place(i)}hier beginnt eine zweite Tabelle (${counted(`${i.rows}`, "Zeile", "Zeilen")}, ${counted(`${i.cells}`, "Spalte", "Spalten")}); gelesen wird nur die erste. Bitte als eigene Datei übergeben: ${i.text}`,
  "encoding-mixed": (i) =>
    `${place(i)}anders kodiert als der Rest der Datei (UTF-8 und Windows-1252 gemischt).`,
  "encoding-found": (i) => `Die Zeichen sind in der Kodierung ${i.text} geschrieben und so gelesen.`,
  "encoding-doubtful": (i) =>
    `${place(i)}die Sonderzeichen passen in keine bekannte Kodierung (Codepage); gelesen als ${i.text}. Bitte als UTF-8 speichern, wenn Artikelnummern oder Überschriften falsch aussehen.`,
  "character-unreadable": (i) =>
    `${place(i)}enthält Bytes, die in der Kodierung der Datei kein Zeichen sind.`,
  "other-sheets": (i) => `Gelesen wurde das Blatt „${i.sheet}“; nicht gelesen: ${i.text}.`,
  "sheets-together": (i) => `Blätter gleicher Form werden zusammen gelesen: ${i.text}.`,
  "hidden-rows": (i) => `${i.count} ausgeblendete Zeilen (die erste: ${i.row}) zählen mit.`,
  "error-cell": (i) => `${place(i)}Fehlerwert ${i.text} in Spalte ${i.column}.`,
  "formula-without-value": (i) =>
    `${place(i)}Formel ohne berechneten Wert in Spalte ${i.column}; bitte in Excel öffnen und speichern.`,
  "digits-lost": (i) =>
    `${place(i)}die Zahl ${i.text} in Spalte ${i.column} hat mehr als 15 Stellen; Excel hat die letzten nicht behalten.`,
  "date-impossible": (i) =>
    `${place(i)}${i.text} in Spalte ${i.column} ist kein Tag (Excel zählt den 29.02.1900, den es nie gab).`,
  "year-unclear": at((i) => `Die Spalten ${i.text} … nennen kein Jahr. Zu welchem Jahr gehören sie?`),
  "year-missing": at((i) => `Diese Daten nennen kein Jahr (z. B. ${i.text}). Aus welchem Jahr sind sie?`),
  "month-unclear": at(
    (i, hint) =>
      `Die Spalten ${i.text} sind die Tage eines Monats: welches?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "week-unclear": at(
    (_i, hint) => `Die Spalten sind die Tage einer Woche: welcher?${hint(" Bitte mit --answers festlegen.")}`,
  ),
  "more-like-this": (i) => `${i.count} weitere Hinweise „${i.of}“.`,
};
