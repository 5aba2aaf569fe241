<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Territory;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;

/**
 * The communes, EPCI, départements and regions of France, from the files described in scripts/territories.mjs.
 * A region's file is loaded only when a code of that region is needed.
 */
class Territories {
	/** Most words of a name in a text. */
	private const WORDS_OF_NAME = 6;

	/** Letters with their marks, as names have them. */
	private const MARKED = ['oe' => '(?:oe|œ)', 'a' => '[aàâä]', 'c' => '[cç]', 'e' => '[eéèêë]', 'i' => '[iîï]', 'n' => '[nñ]', 'o' => '[oôö]', 'u' => '[uùûü]', 'y' => '[yÿ]', ' ' => "[ '’-]"];

	/** @var array<string, array<string, mixed>> by path: cached for the life of the process */
	private static array $files = [];

	public function __construct(
		private readonly string $folder = __DIR__ . '/../../data/territories',
	) {
	}

	/** @return ?string the official name, null if no territory of this kind has this code */
	public function name(string $kind, string $code): ?string {
		return match ($kind) {
			'commune' => $this->commune($code),
			'epci' => $this->named($this->file($this->index()['epci'][$code] ?? null)['epci'] ?? [], $code),
			'departement' => $this->index()['departements'][$code][1] ?? null,
			'region' => $this->named($this->index()['regions'], $code),
			default => null,
		};
	}

	/**
	 * A territory and those that contain it, the smallest first; an EPCI across several départements is in each.
	 *
	 * @return list<array{kind: string, code: string, name: string}> empty if no territory of this kind has this code
	 */
	public function around(string $kind, string $code): array {
		[, $epci] = $kind === 'commune' ? $this->find($code) ?? [null, null] : [null, $kind === 'epci' ? $code : null];
		$departements = match ($kind) {
			'commune' => [self::departementOf($code)],
			'epci' => $this->departementsWith($code),
			'departement' => [$code],
			default => [],
		};
		$region = $kind === 'region' ? $code : $this->index()['departements'][$departements[0] ?? ''][0] ?? null;
		$territories = [];
		foreach ([
			'commune' => $kind === 'commune' ? [$code] : [],
			'epci' => $epci === null ? [] : [$epci],
			'departement' => $departements,
			'region' => $region === null ? [] : [$region],
		] as $each => $codes) {
			foreach ($codes as $its) {
				$name = $this->name($each, $its);
				if ($name !== null) {
					$territories[] = ['kind' => $each, 'code' => $its, 'name' => $name];
				}
			}
		}
		return $territories;
	}

	/**
	 * The words of a text that are a whole name of a commune, a département or a region, with or without its article.
	 *
	 * @return list<string> folded
	 */
	public function wordsOfNames(string $text): array {
		$words = array_values(array_filter(explode(' ', Fold::text($text)), static fn (string $word): bool => preg_match('/^[a-z]+\z/', $word) === 1));
		$names = [];
		foreach (array_keys($words) as $from) {
			for ($length = 1; $length <= min(self::WORDS_OF_NAME, count($words) - $from); $length++) {
				$names[] = strtr(implode(' ', array_slice($words, $from, $length)), self::MARKED);
			}
		}
		$found = [];
		// In the files as they are: folding all 35,000 names would take longer than the search.
		foreach ($names === [] ? [] : (array)glob("$this->folder/[!c]*.json") as $path) {
			preg_match_all(self::patternOf($names), (string)file_get_contents($path), $these);
			array_push($found, ...$these[1]);
		}
		return array_values(array_unique(array_merge(...array_map(static fn (string $name): array => explode(' ', Fold::text($name)), $found))));
	}

	/** @param list<string> $names patterns of letters */
	private static function patternOf(array $names): string {
		return '/"(?:La |Le |Les |L[\'’]|)(' . implode('|', $names) . ')"/iu';
	}

	/**
	 * The approximate place of the people of a commune or EPCI; for a commune whose town is not listed, that of its EPCI.
	 *
	 * @return ?array{float, float} latitude and longitude, to about a kilometre; null for larger territories, and if unknown
	 */
	public function centre(string $kind, string $code): ?array {
		$centres = $this->read('centres');
		return match ($kind) {
			'commune' => $centres['communes'][$code] ?? $centres['epci'][$this->find($code)[1] ?? ''] ?? null,
			'epci' => $centres['epci'][$code] ?? null,
			default => null,
		};
	}

	/**
	 * @param list<array{code: string, kind: string, name: string}> $places
	 * @return ?array{float, float} the centre of the first territory that has one
	 */
	public function centreOf(array $places): ?array {
		foreach ($places as ['kind' => $kind, 'code' => $code]) {
			$centre = $this->centre($kind, $code);
			if ($centre !== null) {
				return $centre;
			}
		}
		return null;
	}

	/**
	 * Territories that a person chose.
	 *
	 * @param mixed $value raw input
	 * @param int $max most entries
	 * @return list<array{code: string, kind: string, name: string}> with their official names, each once
	 * @throws ReasonException wrong_type · too_many · unknown_territory
	 */
	public function places(mixed $value, string $field, int $max): array {
		$places = [];
		foreach (Fields::list($value, $field, $max) as $i => $entry) {
			$entry = Fields::map($entry, "$field.$i");
			$kind = $entry['kind'] ?? null;
			$code = $entry['code'] ?? null;
			if (!is_string($kind) || !is_string($code)) {
				throw new ReasonException('wrong_type', details: ['field' => "$field.$i"]);
			}
			$name = $this->name($kind, $code) ?? throw new ReasonException('unknown_territory', details: ['field' => "$field.$i"]);
			$places["$kind $code"] = ['code' => $code, 'kind' => $kind, 'name' => $name];
		}
		return array_values($places);
	}

	/** @return list<string> départements of its region in which an EPCI has communes */
	private function departementsWith(string $epci): array {
		$file = $this->file($this->index()['epci'][$epci] ?? null);
		$place = array_search($epci, array_column($file['epci'] ?? [], 0), true);
		$with = array_filter($file['departements'] ?? [], static fn (array $departement): bool => in_array($place, array_column($departement[2], 0), true));
		return array_values(array_column($with, 0));
	}

	private function commune(string $code): ?string {
		return $this->find($code)[0] ?? null;
	}

	/** @return ?array{string, ?string} name of a commune and code of its EPCI */
	private function find(string $code): ?array {
		$departement = self::departementOf($code);
		$file = $this->file($this->index()['departements'][$departement][0] ?? null);
		foreach ($file['departements'] ?? [] as $entry) {
			if ($entry[0] !== $departement) {
				continue;
			}
			foreach ($entry[2] as [$place, $communes]) {
				for ($i = 0; $i < count($communes); $i += 2) {
					if ($departement . $communes[$i] === $code) {
						return [$communes[$i + 1], $file['epci'][$place][0] ?? null];
					}
				}
			}
		}
		return null;
	}

	/** @return string empty if it is not the code of a commune */
	private static function departementOf(string $code): string {
		return preg_match('/^(97\d|98\d|\d[\dAB])\d{2,3}\z/', $code, $found) === 1 ? $found[1] : '';
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

	/** @return array{regions: list<array{string, string}>, departements: array<string, array{string, string}>, epci: array<string, string>} */
	private function index(): array {
		return $this->read('index');
	}

	/** @return array<string, mixed> */
	private function file(?string $region): array {
		return $region === null ? [] : $this->read($region);
	}

	/** @return array<string, mixed> */
	private function read(string $name): array {
		$path = "$this->folder/$name.json";
		return self::$files[$path] ??= json_decode((string)file_get_contents($path), true, 16, JSON_THROW_ON_ERROR);
	}
}
