<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Portable;

use Generator;
use HashContext;
use JsonException;
use OCA\Reseau\Shared\ReasonException;

/**
 * The lines of the file of a network, each a JSON value: a head, the stored data, and an end that shows that the file is complete. Only the current line is held
 * in memory.
 *
 * @psalm-type Head = array{format: string, version: int, app: string, instance: string, key: string, network: string, library: string, date: string}
 */
final class NetworkStream {
	public const FORMAT = 'reseau-network';
	public const VERSION = 1;
	/** Bytes of a line: minutes that are being read have less, and so does a letter with its picture. */
	public const LONGEST = 64_000_000;
	private const DEPTH = 64;

	/** @param resource $file */
	public function __construct(
		private readonly mixed $file,
	) {
	}

	/**
	 * @param array<array-key, mixed> $data
	 * @throws ReasonException row_too_long
	 */
	public static function line(array $data, HashContext $sum): string {
		$line = json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE) . "\n";
		if (strlen($line) >= self::LONGEST) {
			// The line could not be read again.
			throw new ReasonException('row_too_long');
		}
		hash_update($sum, $line);
		return $line;
	}

	/**
	 * @return Head
	 * @throws ReasonException not_a_network · newer_file
	 */
	public function head(): array {
		rewind($this->file);
		$head = $this->decode((string)fgets($this->file, self::LONGEST));
		if (($head['format'] ?? null) !== self::FORMAT || !is_int($head['version'] ?? null) || $head['version'] < 1) {
			throw new ReasonException('not_a_network');
		}
		if ($head['version'] > self::VERSION) {
			throw new ReasonException('newer_file');
		}
		foreach (['app', 'instance', 'key', 'network', 'library', 'date'] as $text) {
			if (!is_string($head[$text] ?? null)) {
				throw new ReasonException('not_a_network');
			}
		}
		return $head;
	}

	/**
	 * The lines between head and end: a table, a setting or an account's setting with its values.
	 *
	 * @return Generator<int, array{string, array<string, mixed>}>
	 * @throws ReasonException damaged, also after the last line: then nothing that was read may be kept
	 */
	public function rows(): Generator {
		rewind($this->file);
		$sum = hash_init('sha256');
		$count = -1;
		while (($line = fgets($this->file, self::LONGEST)) !== false) {
			$data = $this->decode($line);
			if (isset($data['end'])) {
				if ($data['end'] !== $count || ($data['sha256'] ?? null) !== hash_final($sum) || fgetc($this->file) !== false) {
					throw new ReasonException('damaged');
				}
				return;
			}
			hash_update($sum, $line);
			if ($count++ >= 0) {
				if (!is_string($data[0] ?? null) || !is_array($data[1] ?? null)) {
					throw new ReasonException('damaged');
				}
				yield [$data[0], $data[1]];
			}
		}
		throw new ReasonException('damaged');
	}

	/** @return array<array-key, mixed> empty if it is not JSON */
	private function decode(string $line): array {
		try {
			$data = json_decode($line, true, self::DEPTH, JSON_THROW_ON_ERROR);
		} catch (JsonException) {
			return [];
		}
		return is_array($data) ? $data : [];
	}
}
