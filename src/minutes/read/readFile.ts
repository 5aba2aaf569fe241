/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { decode, detectEncoding, isBlank, isText } from '../../shared/lib/encoding.ts'
import { ReadError } from './readError.ts'

/** Largest file, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024
/** Longest text, in characters: a thousand times the minutes of a day. */
const MAX_TEXT = 5_000_000

/** What a file was. */
export type FileKind = 'text' | 'docx' | 'odt' | 'pdf'

/** A file with its bytes at hand. */
export interface Bytes {
	name: string
	bytes: Uint8Array
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const PDF = [0x25, 0x50, 0x44, 0x46]

/**
 * The text of minutes. The content decides, not the file name. The readers of documents are loaded when needed.
 *
 * @throws {ReadError} with the reason why there is no text
 */
export async function readFile(file: File | Bytes): Promise<{ text: string, kind: FileKind }> {
	// Its size is known before a byte of it is read.
	if (('arrayBuffer' in file ? file.size : file.bytes.length) > MAX_BYTES) {
		throw new ReadError('too_big')
	}
	const bytes = 'arrayBuffer' in file ? new Uint8Array(await file.arrayBuffer()) : file.bytes
	const { kind, text } = await readBytes(bytes, file.name)
	if (text.trim() === '') {
		throw new ReadError('empty')
	}
	if (text.length > MAX_TEXT) {
		throw new ReadError('too_big')
	}
	return { kind, text }
}

async function readBytes(bytes: Uint8Array, name: string): Promise<{ text: string, kind: FileKind }> {
	const begins = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)
	if (isBlank(bytes)) {
		throw new ReadError('empty')
	}
	// A few bytes may come before the header of a PDF.
	if (begins(PDF) || decode(bytes.subarray(0, 1024), 'windows-1252').includes('%PDF-')) {
		const { readPdf } = await import('./readPdf.ts')
		return { kind: 'pdf', text: await readPdf(bytes) }
	}
	if (begins(OLE)) {
		// A .docx with a password is packed as old documents were.
		throw new ReadError(/\.docx$/i.test(name) ? 'password' : 'unknown_kind')
	}
	if (begins(ZIP)) {
		return readZip(bytes)
	}
	if (!isText(bytes)) {
		throw new ReadError('binary')
	}
	const text = decode(bytes, await detectEncoding(bytes))
	if (/^\s*(?:\{\\rtf|<!doctype html|<html)/i.test(text)) {
		throw new ReadError('unknown_kind')
	}
	return { kind: 'text', text }
}

async function readZip(bytes: Uint8Array): Promise<{ text: string, kind: FileKind }> {
	const { unzip } = await import('./zip.ts')
	const { names, parts } = unzip(bytes, ['mimetype'])
	if (names.has('word/document.xml')) {
		const { readDocx } = await import('./readDocx.ts')
		return { kind: 'docx', text: await readDocx(bytes) }
	}
	if (names.has('content.xml') && (parts.mimetype ?? 'application/vnd.oasis.opendocument.text').startsWith('application/vnd.oasis.opendocument.text')) {
		const { readOdt } = await import('./readOdt.ts')
		return { kind: 'odt', text: readOdt(bytes) }
	}
	throw new ReadError('unknown_kind')
}
