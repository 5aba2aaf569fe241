/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LocalFile, LocalItem } from '../../files/upload.ts'

import { ApiError } from '../../../api/apiError.ts'

function localFileOf(file: File): LocalFile {
	return { name: file.name, size: file.size, mtime: Math.floor(file.lastModified / 1000), slice: (from, to) => file.slice(from, to) }
}

/** What was chosen in a file field: files, or a folder with its content. */
export function chosenFiles(files: Iterable<File>): LocalItem[] {
	return [...files].map((file) => ({ folders: file.webkitRelativePath.split('/').slice(0, -1), file: localFileOf(file) }))
}

/**
 * What was dropped: files, and folders with their content. The entries are read immediately: after the event they no longer exist.
 *
 * @throws {ApiError} unreadable, if the device refuses one of them
 */
export async function droppedFiles(transfer: DataTransfer): Promise<LocalItem[]> {
	const entries = [...transfer.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry())
	const files = [...transfer.files]
	if (entries.length === 0 || entries.some((entry) => entry === null)) {
		return chosenFiles(files)
	}
	try {
		return (await Promise.all(entries.map((entry) => readEntry(entry!, [])))).flat()
	} catch (error) {
		throw new ApiError(0, 'unreadable', { cause: error })
	}
}

async function readEntry(entry: FileSystemEntry, folders: string[]): Promise<LocalItem[]> {
	if (entry.isFile) {
		const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
		return [{ folders, file: localFileOf(file) }]
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader()
	const below = [...folders, entry.name]
	const found: LocalItem[] = [{ folders: below, file: null }]
	// Returns some entries per call, and none at the end.
	for (let some = await read(reader); some.length > 0; some = await read(reader)) {
		found.push(...(await Promise.all(some.map((one) => readEntry(one, below)))).flat())
	}
	return found
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
	return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}
