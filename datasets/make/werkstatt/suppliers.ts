/** A supplier: what the ERP says of it and, apart from that, how long it truly takes. */
export interface MadeSupplier {
  readonly supplier: string;
  readonly name: string;
  readonly state: string;
  readonly minimumValue?: number;
  readonly freeFreightValue?: number;
  readonly surcharge?: number;
  readonly orderDays?: string;
  readonly paymentDays: number;
  readonly discount?: readonly [percent: number, days: number];
  readonly depositPercent?: number;
  /** Lead time of the ERP master data, calendar days. */
  readonly masterDays: number;
  /** Mean of the true lead time in calendar days, and its coefficient of variation. */
  readonly trueDays: number;
  readonly variation: number;
}

/** The supplier whose lead time the master data understate: 14 days in the ERP, 31 in truth. */
export const lateSupplier = "70072";
/** The supplier that closes: no order is delivered while it is closed. */
export const closingSupplier = "70041";

const made = (
  supplier: string,
  name: string,
  state: string,
  [masterDays, trueDays, variation]: readonly [number, number, number],
  paymentDays: number,
  rest: Partial<MadeSupplier> = {},
): MadeSupplier => ({ supplier, name, state, masterDays, trueDays, variation, paymentDays, ...rest });

/** All names are made up. */
export const suppliers: readonly MadeSupplier[] = [
  made("70010", "Schraubenkontor Hellweg GmbH", "DE-NW", [7, 6, 0.25], 30, {
    minimumValue: 150,
    surcharge: 15,
    freeFreightValue: 400,
    orderDays: "Di, Do",
  }),
  made("70012", "Normteile Süd OHG", "DE-BY", [10, 11, 0.25], 30, {
    minimumValue: 250,
    surcharge: 20,
    orderDays: "Mi",
  }),
  made("70021", "Kugellager Depot Franken GmbH", "DE-BY", [14, 13, 0.2], 30, {
    freeFreightValue: 500,
    discount: [2, 10],
  }),
  made("70022", "Lineartechnik Bodensee AG", "DE-BW", [28, 30, 0.2], 45, {
    minimumValue: 500,
    surcharge: 35,
  }),
  made("70030", "Dichtungshaus Rhein GmbH & Co. KG", "DE-RP", [9, 9, 0.3], 30, {
    minimumValue: 100,
    surcharge: 12,
    orderDays: "Mo, Do",
    discount: [2, 14],
  }),
  made("70041", "Druckluft Meister GmbH", "DE-BW", [12, 12, 0.2], 30, { freeFreightValue: 350 }),
  made("70042", "Pneumatik Handel Nord GmbH", "DE-HH", [8, 8, 0.25], 14, { minimumValue: 80, surcharge: 10 }),
  made("70050", "Hydraulik Zentrum Saar GmbH", "DE-SL", [21, 22, 0.25], 30, {
    minimumValue: 300,
    surcharge: 25,
  }),
  made("70051", "Ölhydraulik Linz GmbH", "AT", [30, 33, 0.2], 45),
  made("70061", "Elektro Großhandel Weser GmbH", "DE-NI", [4, 4, 0.3], 30, {
    freeFreightValue: 250,
    discount: [3, 10],
  }),
  made("70062", "Kabel und Leitungen Mitte GmbH", "DE-TH", [10, 10, 0.25], 30, {
    minimumValue: 200,
    surcharge: 18,
  }),
  made("70063", "Steuerungsbau Sachsen GmbH", "DE-SN", [35, 36, 0.2], 30, { depositPercent: 20 }),
  made("70070", "Antriebe Neckar GmbH", "DE-BW", [28, 27, 0.2], 60, { minimumValue: 750, surcharge: 50 }),
  made("70071", "Riemen und Ketten Vogt GmbH", "DE-HE", [9, 10, 0.25], 30, {
    minimumValue: 120,
    surcharge: 15,
    orderDays: "Mo, Mi, Fr",
  }),
  made("70072", "Getriebe Import Alpen AG", "CH", [14, 31, 0.25], 30, { freeFreightValue: 1500 }),
  made("70080", "Stahlhandel Ruhr GmbH", "DE-NW", [5, 5, 0.3], 30, {
    minimumValue: 300,
    surcharge: 40,
    orderDays: "Di",
  }),
  made("70090", "Schmierstoffe Börde GmbH", "DE-ST", [8, 8, 0.2], 30, { minimumValue: 200, surcharge: 20 }),
  made("70091", "Chemie Handel Küste GmbH", "DE-MV", [12, 12, 0.25], 30),
  made("70100", "Werkzeug Kontor Remscheid GmbH", "DE-NW", [3, 3, 0.3], 30, {
    freeFreightValue: 100,
    discount: [2, 10],
  }),
  made("70101", "Zerspanung Präzision Tirol GmbH", "AT", [16, 17, 0.2], 30, {
    minimumValue: 150,
    surcharge: 15,
  }),
  made("70110", "Klimatechnik Havel GmbH", "DE-BB", [18, 18, 0.25], 30, { minimumValue: 250, surcharge: 20 }),
  made("70111", "Wärme und Lüftung Spree GmbH", "DE-BE", [25, 26, 0.2], 45),
  made("70120", "Verpackungswerk Eifel GmbH", "DE-RP", [6, 6, 0.25], 14, {
    minimumValue: 180,
    surcharge: 20,
    orderDays: "Mo",
  }),
  made("70130", "Arbeitsschutz Lahn GmbH", "DE-HE", [4, 4, 0.3], 30, { minimumValue: 60, surcharge: 8 }),
  made("70140", "Lager und Antriebe Elbe GmbH", "DE-SN", [6, 6, 0.25], 30),
];
