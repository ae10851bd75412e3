// A workbook as the walks need it: sheets of texts, read and written. It is an archive of XML.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const END_BYTES = 22;
const DEFLATED = 8;
const UTF8 = 0x800;

/** The files of an archive by name. */
export function unzip(archive) {
  let end = archive.length - END_BYTES;
  while (end >= 0 && archive.readUInt32LE(end) !== END) {
    end--;
  }
  assert.ok(end >= 0, 'this is no archive');
  const files = new Map();
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < archive.readUInt16LE(end + 10); entry++) {
    assert.equal(archive.readUInt32LE(at), ENTRY);
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const local = archive.readUInt32LE(at + 42);
    const start = local + LOCAL_BYTES + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const deflated = archive.readUInt16LE(at + 10) === DEFLATED;
    files.set(
      archive.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + name),
      deflated ? inflateRawSync(bytes) : bytes,
    );
    at += ENTRY_BYTES + name + extra + comment;
  }
  return files;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 0xff];
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function zip(files) {
  const parts = [];
  const entries = [];
  let at = 0;
  for (const [name, content] of files) {
    const named = Buffer.from(name);
    const deflated = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(deflated.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(named.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    parts.push(local, common, named, deflated);
    const head = Buffer.alloc(6);
    head.writeUInt32LE(ENTRY);
    head.writeUInt16LE(20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    entries.push(head, common, tail, named);
    at += LOCAL_BYTES + named.length + deflated.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

const NAMED = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (xml) =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name ? NAMED[name] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const texts = (xml) => [...xml.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, text]) => unescaped(text)).join('');

/** 0 → A, 26 → AA. */
export function letters(column) {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const columnOf = (reference) =>
  [...reference.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Opens a workbook; a sheet is known by its name, and its rows are texts by heading. */
export function openWorkbook(archive) {
  const files = unzip(archive);
  const xml = (name) => files.get(name)?.toString() ?? '';
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => texts(item));
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(([, name]) =>
    unescaped(name),
  );
  const path = (sheet) => {
    assert.ok(names.includes(sheet), `there is no sheet ${sheet} among ${names}`);
    return `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
  };
  const cellText = (attributes, content) =>
    /\bt="s"/.test(attributes)
      ? shared[Number(/<v>(\d+)<\/v>/.exec(content)?.[1])]
      : texts(content) || unescaped(/<v>([^<]*)<\/v>/.exec(content)?.[1] ?? '');
  const cells = (sheet) =>
    [...xml(path(sheet)).matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
      const line = [];
      for (const [, attributes, content = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        line[columnOf(/\br="([A-Z]+\d+)"/.exec(attributes)[1])] = cellText(attributes, content);
      }
      return Array.from(line, (text) => text ?? '');
    });
  const headings = (sheet) => cells(sheet)[0] ?? [];
  return {
    names,
    headings,
    rows: (sheet) =>
      cells(sheet)
        .slice(1)
        .map((row) => Object.fromEntries(headings(sheet).map((heading, column) => [heading, row[column] ?? '']))),
    /** Notes at cells, by reference. */
    notes: () =>
      Object.fromEntries(
        [...files.keys()]
          .filter((name) => name.startsWith('xl/comments'))
          .flatMap((name) => [...xml(name).matchAll(/<comment\b[^>]*\bref="([A-Z]+\d+)"[^>]*>(.*?)<\/comment>/gs)])
          .map(([, reference, note]) => [reference, texts(note)]),
      ),
    /** Puts rows below the headings in the place of those that stand there, as somebody at a spreadsheet does. */
    fill: (sheet, rows) => {
      const known = headings(sheet);
      const lines = rows.map((row, index) => {
        const line = Object.entries(row).map(([heading, text]) => {
          const column = known.indexOf(heading);
          assert.ok(column >= 0, `${sheet} has no column ${heading}`);
          return [column, `<c r="${letters(column)}${index + 2}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`];
        });
        line.sort(([one], [other]) => one - other);
        return `<row r="${index + 2}">${line.map(([, cell]) => cell).join('')}</row>`;
      });
      const whole = xml(path(sheet));
      const first = /<row\b[^>]*>.*?<\/row>/s.exec(whole)?.[0] ?? '';
      const data = `<sheetData>${first}${lines.join('')}</sheetData>`;
      files.set(path(sheet), Buffer.from(whole.replace(/<sheetData>.*<\/sheetData>/s, () => data)));
    },
    bytes: () => zip(files),
  };
}
