<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCA\Reseau\Member\Card\Part;
use Sandbox\Kernel\Kernel;

/** What each account reads of each card: its parts by GET /members/{id}, and by which of its words the search finds it. */
final class Sight {
	/** Texts of a card that carry a word which every card has in the same place. */
	public const MARKED = ['drives', 'limits', 'availability'];

	private const API = '/ocs/v2.php/apps/reseau/api/v1';

	/** A text of a part, with a word that is in this part of all cards and nowhere else. */
	public static function mark(string $part): string {
		return "Perlimpin{$part}k";
	}

	/**
	 * @param list<string> $viewers
	 * @param list<int> $cards
	 * @return array<string, array<int, list<string>>> parts and words by card, by account
	 */
	public static function of(Kernel $kernel, array $viewers, array $cards): array {
		$sees = [];
		foreach ($viewers as $viewer) {
			$kernel->resetLimits();
			foreach ($cards as $card) {
				$reply = $kernel->request('GET', self::API . "/members/$card", $viewer);
				$shown = $reply->status === 200 ? array_keys($reply->data()) : [];
				$sees[$viewer][$card] = array_values(array_intersect([...array_column(Part::cases(), 'value'), 'name'], $shown));
			}
			foreach (self::MARKED as $part) {
				$reply = $kernel->request('GET', self::API . '/members', $viewer, ['q' => self::mark($part), 'limit' => 50]);
				foreach ($reply->status === 200 ? $reply->data()['members'] : [] as $found) {
					$sees[$viewer][$found['id']][] = "$part by its words";
				}
			}
		}
		return $sees;
	}
}
