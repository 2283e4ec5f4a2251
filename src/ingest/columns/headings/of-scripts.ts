import type { Field } from "../fields.ts";

/** Headings of order lines and stock lists in other scripts: Greek, Cyrillic, Japanese, Chinese, Korean. */
export const headingsOfScripts: Partial<Record<Field, string>> = {
  item: `Κωδικός|Κωδικός είδους|Код|Код товара|Код товару|Номенклатура|Товар|品番|品目コード|商品番号|产品编号|货号|
    物料编码|商品编码|產品編號|품목코드|상품코드|품번`,
  name: `Περιγραφή|Наименование|Название|Найменування|品名|商品名|产品名称|物料名称|商品名称|產品名稱|품목명|상품명`,
  date: `Ημερομηνία|Дата|Дата продажи|Дата заказа|日付|注文日|売上日|出荷日|日期|订单日期|销售日期|出库日期|날짜|일자|주문일`,
  quantity: "Ποσότητα|Кол-во|Кількість|個数|销售数量|订单数量|出库数量|數量|수량",
  price: "Τιμή|Цена|Ціна|単価|单价|單價|단가",
  amount: `Montant|Montant HT|Total HT|Importe|Importo|Valor total|Bedrag|Wartość|Wartość netto|Kwota|Celkem|Összeg|
    Beløb|Belopp|Tutar|Сумма|金額|金额|금액`,
  customer: "Πελάτης|Клиент|Покупатель|顧客|客户|고객",
  supplier: "Προμηθευτής|Поставщик|仕入先|供应商|공급업체",
  order: "Номер заказа|注文番号|订单号|주문번호",
  unit: "Ед. изм.|単位|单位|단위",
  onHand: "Остаток|在庫数|库存|재고",
  location: "Склад|倉庫|仓库|창고",
};
