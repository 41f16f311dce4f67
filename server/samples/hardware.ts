import ExcelJS from 'exceljs';
import { type PlainDate, parseDate, serialOfDate } from '../../core/value/date.ts';
import { hardwareCustomers, hardwareItems } from './hardware-data.ts';
import { hardwareRows } from './hardware-orders.ts';
import type { SampleCompany } from './sample-company.ts';
import { sampleUsers } from './users.ts';

/** A hardware distributor; its workbook holds orders, price list with quantity breaks, stock and customers. */
export const hardware: SampleCompany = {
  id: 'hardware',
  profile: {
    name: '宁波恒固五金贸易有限公司',
    nameEnglish: 'Ningbo Henggu Hardware Trading Co., Ltd.',
    address: '浙江省宁波市江北区环城北路东段1000号',
    phone: '0574-5550 1000',
    email: 'orders@henggu.example',
    taxNumber: '91330200MA2EXAMPLE',
    bank: { name: '示例银行宁波江北支行', account: '0000 0000 0000 0000' },
    locale: 'zh-Hans',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    taxRate: '0.13',
  },
  users: sampleUsers('zh-Hans'),
  workbook: writeWorkbook,
};

const money = '#,##0.00';
const day = 'yyyy-mm-dd';

async function writeWorkbook(today: PlainDate): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  // Same day, same bytes: posting the file again finds its orders.
  workbook.created = new Date(`${today}T00:00:00Z`);
  workbook.modified = workbook.created;
  writeOrders(workbook.addWorksheet('订单', { views: [{ state: 'frozen', ySplit: 3 }] }), today);
  writePrices(workbook.addWorksheet('价格表', { views: [{ state: 'frozen', ySplit: 1 }] }));
  writeStock(workbook.addWorksheet('库存', { views: [{ state: 'frozen', ySplit: 2 }] }), today);
  writeCustomers(workbook.addWorksheet('客户', { views: [{ state: 'frozen', ySplit: 1 }] }));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function head(sheet: ExcelJS.Worksheet, row: number, headings: readonly (readonly [string, number])[]): void {
  headings.forEach(([heading, width], index) => {
    sheet.getColumn(index + 1).width = width;
    const cell = sheet.getCell(row, index + 1);
    cell.value = heading;
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } };
    cell.border = { bottom: { style: 'thin' } };
  });
}

function writeOrders(sheet: ExcelJS.Worksheet, today: PlainDate): void {
  sheet.mergeCells('A1:L1');
  sheet.getCell('A1').value = `${today.slice(0, 4)}年${Number(today.slice(5, 7))}月 销售订单登记表`;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A2').value = '制表：订单部　　单价均含税';
  head(sheet, 3, [
    ['订单号', 9],
    ['客户名称', 28],
    ['下单日期', 12],
    ['货号', 9],
    ['品名', 16],
    ['规格型号', 22],
    ['单位', 6],
    ['数量', 9],
    ['单价\n(含税)', 10],
    ['金额（元）', 13],
    ['交货日期', 12],
    ['备注', 24],
  ]);
  sheet.getRow(3).alignment = { wrapText: true, vertical: 'middle' };
  let at = 4;
  let total = 0;
  for (const row of hardwareRows(today)) {
    const amount = typeof row.quantity === 'number' ? Math.round(row.quantity * row.unitPrice * 100) / 100 : 0;
    total += row.amount ?? amount;
    const due = parseDate(row.dueDate);
    sheet.getRow(at).values = [
      row.orderKey,
      row.customer,
      serialOfDate(row.orderDate),
      row.itemCode,
      row.itemName,
      row.specification,
      row.unit,
      row.quantity,
      row.unitPrice,
      row.amount ?? { formula: `ROUND(H${at}*I${at},2)`, result: amount },
      due ? serialOfDate(due) : row.dueDate,
      row.remark || null,
    ];
    for (const column of [3, 11]) sheet.getCell(at, column).numFmt = day;
    for (const column of [9, 10]) sheet.getCell(at, column).numFmt = money;
    at += 1;
  }
  sheet.getCell(at, 1).value = '合计';
  sheet.getCell(at, 10).value = { formula: `SUM(J4:J${at - 1})`, result: Math.round(total * 100) / 100 };
  sheet.getCell(at, 10).numFmt = money;
  sheet.getRow(at).font = { bold: true };
}

function writePrices(sheet: ExcelJS.Worksheet): void {
  head(sheet, 1, [
    ['货号', 9],
    ['品名', 16],
    ['规格型号', 24],
    ['单位', 6],
    ['起订量', 9],
    ['标准单价（含税）', 16],
    ['停产', 7],
  ]);
  for (const item of hardwareItems) {
    const common = [item.code, item.name, item.specification, item.unit];
    sheet.addRow([...common, 1, item.price, item.discontinued ? '是' : '否']);
    if (!item.discontinued) sheet.addRow([...common, item.breakFrom, item.breakPrice, '否']);
  }
  sheet.getColumn(6).numFmt = money;
}

function writeStock(sheet: ExcelJS.Worksheet, today: PlainDate): void {
  sheet.getCell('A1').value = `库存盘点表　${today} 08:30`;
  head(sheet, 2, [
    ['货号', 9],
    ['品名', 16],
    ['规格型号', 24],
    ['单位', 6],
    ['仓库', 10],
    ['现存量', 10],
  ]);
  for (const item of hardwareItems)
    sheet.addRow([item.code, item.name, item.specification, item.unit, '江北主仓', item.onHand]);
}

function writeCustomers(sheet: ExcelJS.Worksheet): void {
  head(sheet, 1, [
    ['客户编码', 10],
    ['客户名称', 28],
    ['客户等级', 10],
    ['联系人', 10],
    ['电话', 16],
    ['地址', 36],
    ['付款条件', 24],
    ['信用额度', 12],
  ]);
  for (const { code, name, customerClass, contact, phone, address, paymentTerms, creditLimit } of hardwareCustomers)
    sheet.addRow([code, name, customerClass, contact, phone, address, paymentTerms, creditLimit]);
  sheet.getColumn(8).numFmt = money;
}
