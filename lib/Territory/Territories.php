<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Territory;

/**
 * The communes, EPCI, départements and regions of France, from the files that scripts/territories.mjs describes.
 * A region's file is read only when a code of that region is asked for.
 */
class Territories {
	/** @var ?array{regions: list<array{string, string}>, departements: array<string, string>, epci: array<string, string>} */
	private ?array $index = null;

	/** @var array<string, array<string, mixed>> */
	private array $files = [];

	public function __construct(
		private readonly string $folder = __DIR__ . '/../../data/territories',
	) {
	}

	/** @return ?string the official name, null where no territory of this kind has this code */
	public function name(string $kind, string $code): ?string {
		return match ($kind) {
			'commune' => $this->commune($code),
			'epci' => $this->named($this->file($this->index()['epci'][$code] ?? null)['epci'] ?? [], $code),
			'departement' => $this->named($this->file($this->index()['departements'][$code] ?? null)['departements'] ?? [], $code),
			'region' => $this->named($this->index()['regions'], $code),
			default => null,
		};
	}

	private function commune(string $code): ?string {
		if (preg_match('/^(97\d|98\d|\d[\dAB])(\d{2,3})$/', $code, $found) !== 1) {
			return null;
		}
		[, $departement, $end] = $found;
		foreach ($this->file($this->index()['departements'][$departement] ?? null)['departements'] ?? [] as $entry) {
			if ($entry[0] !== $departement) {
				continue;
			}
			foreach ($entry[2] as [, $communes]) {
				for ($i = 0; $i < count($communes); $i += 2) {
					if ($communes[$i] === $end) {
						return $communes[$i + 1];
					}
				}
			}
		}
		return null;
	}

	/** @param list<array{string, string}> $entries */
	private function named(array $entries, string $code): ?string {
		foreach ($entries as $entry) {
			if ($entry[0] === $code) {
				return $entry[1];
			}
		}
		return null;
	}

	/** @return array{regions: list<array{string, string}>, departements: array<string, string>, epci: array<string, string>} */
	private function index(): array {
		return $this->index ??= $this->read('index');
	}

	/** @return array<string, mixed> */
	private function file(?string $region): array {
		return $region === null ? [] : ($this->files[$region] ??= $this->read($region));
	}

	/** @return array<string, mixed> */
	private function read(string $name): array {
		return json_decode((string)file_get_contents("$this->folder/$name.json"), true, 16, JSON_THROW_ON_ERROR);
	}
}
