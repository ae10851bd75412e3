// What the walk through payments asks of the server by itself, and the files that go to the bank and come back.
import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

/** What the server answers to a path. */
export const json = async (page, path) => (await page.request.get(path)).json();

/** Does something by itself, with the token that the server wants of a browser. */
export async function send(page, method, path, data) {
  const { cookies } = await page.context().storageState();
  const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  return page.request.fetch(path, { method, headers: { 'X-XSRF-TOKEN': token }, ...(data && { data }) });
}

/** All rows of a list. */
export async function all(page, path) {
  const rows = [];
  for (;;) {
    const { rows: more, total } = await json(
      page,
      `${path}${path.includes('?') ? '&' : '?'}size=200&offset=${rows.length}`,
    );
    rows.push(...more);
    if (more.length === 0 || rows.length >= total) {
      return rows;
    }
  }
}

/** A part of a workbook, which is a zip file. */
export function part(workbook, name) {
  for (
    let at = workbook.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = workbook.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    if (workbook.toString('utf8', at + 46, at + 46 + workbook.readUInt16LE(at + 28)) === name) {
      const local = workbook.readUInt32LE(at + 42);
      const start = local + 30 + workbook.readUInt16LE(local + 26) + workbook.readUInt16LE(local + 28);
      return inflateRawSync(workbook.subarray(start, start + workbook.readUInt32LE(at + 20))).toString('utf8');
    }
  }
  return assert.fail(`the workbook has no ${name}`);
}

/** An amount as the bank writes it, in fen. */
export const fen = (yuan) => Math.round(Number(yuan) * 100);

export const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** The bank's file with what became of each payment. */
export function reported(csv, result) {
  const [heading, ...rows] = csv.trim().split('\r\n');
  return [heading, ...rows.map((row, at) => row.replace(/,,$/, `,${result(row.split(',')[1], at)}`))].join('\r\n');
}

/** The bank's pain.002 that says that all was settled. */
export function statusReport(references) {
  const transactions = [...new Set(references)].map(
    (reference) => `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2016-10-11T09:00:00+08:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>R</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>R</OrgnlPmtInfId>${transactions.join('')}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`;
}
