/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Styles } from './lineStyle.ts'

import { decode, decodeUtf32, detectEncoding, isBlank, isText } from '../../shared/lib/encoding.ts'
import { ReadError } from '../../shared/lib/readError.ts'

/** Largest file, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024
/** Longest text, in characters: a thousand times the minutes of a day. */
const MAX_TEXT = 5_000_000

/** The format of a file. */
export type FileKind = 'text' | 'docx' | 'odt' | 'pdf'

/** A file with its content loaded. */
export interface Bytes {
	name: string
	bytes: Uint8Array
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const PDF = [0x25, 0x50, 0x44, 0x46]

/** Receives the progress of reading a document. */
export type OnPage = (page: number, pages: number) => void

/** The content of a file. */
export interface FileReading {
	kind: FileKind
	text: string
	/** The style of each line of the text, if the file has it. */
	style?: Styles
}

/**
 * The text of minutes. The content decides, not the file name. The readers of documents are loaded when needed.
 *
 * @throws {ReadError} with the reason why there is no text
 */
export async function readFile(file: File | Bytes, onPage: OnPage = () => undefined): Promise<FileReading> {
	// Its size is checked before it is read.
	if (('arrayBuffer' in file ? file.size : file.bytes.length) > MAX_BYTES) {
		throw new ReadError('too_big')
	}
	const bytes = 'arrayBuffer' in file ? new Uint8Array(await file.arrayBuffer()) : file.bytes
	const reading = await readBytes(bytes, onPage)
	if (reading.text.trim() === '') {
		throw new ReadError('empty')
	}
	if (reading.text.length > MAX_TEXT) {
		throw new ReadError('too_much')
	}
	return reading
}

async function readBytes(bytes: Uint8Array, onPage: OnPage): Promise<FileReading> {
	const begins = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)
	if (isBlank(bytes)) {
		throw new ReadError('empty')
	}
	// A few bytes may come before the header of a PDF.
	if (begins(PDF) || decode(bytes.subarray(0, 1024), 'windows-1252').includes('%PDF-')) {
		const { readPdf } = await import('./readPdf.ts')
		return { kind: 'pdf', ...await readPdf(bytes, onPage) }
	}
	if (begins(OLE)) {
		// A .docx with a password has the format of old documents.
		throw new ReadError(decode(bytes, 'utf-16le').includes('EncryptedPackage') ? 'password' : 'unknown_kind')
	}
	if (begins(ZIP)) {
		return readZip(bytes)
	}
	const text = await readText(bytes)
	if (/^\s*(?:\{\\rtf|<!doctype html|<html|<\?xml|<svg)/i.test(text)) {
		throw new ReadError('unknown_kind')
	}
	return { kind: 'text', text }
}

async function readText(bytes: Uint8Array): Promise<string> {
	const wide = decodeUtf32(bytes)
	if (wide === null && !isText(bytes)) {
		throw new ReadError('binary')
	}
	return (wide ?? decode(bytes, await detectEncoding(bytes))).replaceAll('\0', '')
}

async function readZip(bytes: Uint8Array): Promise<FileReading> {
	const [{ Zip }, { DOCX_MAIN, readDocx }, { readOdt }] = await Promise.all([import('../../shared/lib/zip.ts'), import('./readDocx.ts'), import('./readOdt.ts')])
	const zip = new Zip(bytes)
	if (zip.find(DOCX_MAIN)) {
		return { kind: 'docx', ...await readDocx(zip) }
	}
	const type = await zip.text('mimetype')
	if (type.startsWith('application/vnd.oasis.opendocument.text') || (type === '' && zip.has('content.xml'))) {
		return { kind: 'odt', ...await readOdt(zip) }
	}
	throw new ReadError('unknown_kind')
}
