<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\FirstAnswer;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\Voice;
use OCA\Reseau\Shared\Avatar;
use OCA\Reseau\Shared\FixedSpaces;

/**
 * A person in a list, as templates/part/tile.php and row.php print them. What is shown is chosen as in src/member/summary.ts:
 * tests/fixtures/rules/summaries.json checks both.
 */
class FirstTile {
	public function __construct(
		private readonly CardWords $words,
	) {
	}

	/**
	 * @param array<string, mixed> $member MemberSummarySchema of src/member/model.ts
	 * @param string $base the app's base path
	 * @return array<string, mixed> what templates/part/tile.php and row.php expect
	 */
	public function view(array $member, string $base): array {
		$titled = fn (array $line): array => ['title' => $this->words->short($line['part']), 'pieces' => $line['pieces']];
		$line = self::line($member);
		return [
			'name' => self::name($member),
			'href' => "$base/members/{$member['id']}",
			'avatar' => ['initials' => Avatar::initials($member['name']), 'colour' => Avatar::colour($member['name'])],
			'line' => FixedSpaces::in($member['line']),
			'parts' => array_map($titled, self::lines($member)),
			'best' => $line === null ? null : $titled($line),
			'keptBy' => isset($member['steward']) ? $this->words->keptBy($member['steward'], $member['kind'] ?? null) : '',
			'valuesTitle' => $this->words->part(Part::Values, Voice::of($member)),
			'values' => implode(' · ', $member['values'] ?? []),
		];
	}

	/**
	 * The name, split at the words of the search.
	 *
	 * @param array<string, mixed> $member
	 * @return list<string>
	 */
	public static function name(array $member): array {
		return array_column($member['found'] ?? [], 'pieces', 'part')['name'] ?? [$member['name']];
	}

	/**
	 * The lines of a tile: what the person seeks and offers, with a matching sentence in place of the first, then the other parts with a matching
	 * sentence.
	 *
	 * @param array<string, mixed> $member
	 * @return list<array{part: string, pieces: list<string>}>
	 */
	public static function lines(array $member): array {
		$found = array_column($member['found'] ?? [], 'pieces', 'part');
		$lines = [];
		foreach (['seeks', 'offers'] as $part) {
			$pieces = $found[$part] ?? (isset($member[$part]) ? [$member[$part]] : null);
			if ($pieces !== null) {
				$lines[] = ['part' => $part, 'pieces' => $pieces];
			}
		}
		foreach (array_diff_key($found, ['name' => 0, 'seeks' => 0, 'offers' => 0]) as $part => $pieces) {
			$lines[] = ['part' => $part, 'pieces' => $pieces];
		}
		return $lines;
	}

	/**
	 * The only line of a row: the best matching sentence, otherwise what they seek, otherwise what they offer.
	 *
	 * @param array<string, mixed> $member
	 * @return ?array{part: string, pieces: list<string>}
	 */
	public static function line(array $member): ?array {
		foreach ($member['found'] ?? [] as $found) {
			if ($found['part'] !== 'name') {
				return $found;
			}
		}
		return self::lines($member)[0] ?? null;
	}
}
