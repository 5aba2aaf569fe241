<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Deck\Db;

use OCA\Deck\Search\Query\SearchQuery;
use OCP\AppFramework\Db\DoesNotExistException;
use Sandbox\Service\Things;

class CardMapper {
	public function __construct(
		private readonly Things $things,
	) {
	}

	public function find($id, bool $enhance = true): Card {
		return new Card($this->things->get('card', (int)$id) ?? throw new DoesNotExistException('There is no such card'));
	}

	/**
	 * @param int[] $stackIds
	 * @return array<int, null|Card[]>
	 */
	public function findAllForStacks(array $stackIds, ?int $limit = null, int $offset = 0, int $since = -1): array {
		$cards = [];
		foreach ($stackIds as $stack) {
			$there = array_filter($this->things->all('card', $stack), static fn (array $card): bool => !$card['archived']);
			$cards[$stack] = self::cards($there) ?: null;
		}
		return $cards;
	}

	/**
	 * @param int[] $boardIds
	 * @return Card[]
	 */
	public function findToMeOrNotAssignedCards(array $boardIds, string $username): array {
		return self::cards(array_filter($this->onBoards($boardIds), static fn (array $card): bool => !$card['archived'] && $card['done'] === null
			&& ($card['users'] === [] || in_array($username, $card['users'], true))));
	}

	/**
	 * @param int[] $boardIds
	 * @return Card[]
	 */
	public function search(array $boardIds, SearchQuery $query, ?int $limit = null, ?int $offset = null): array {
		$found = array_filter($this->onBoards($boardIds), static function (array $card) use ($query): bool {
			foreach ($query->getTextTokens() as $token) {
				if (mb_stripos($card['title'], $token) === false && mb_stripos($card['description'], $token) === false) {
					return false;
				}
			}
			return true;
		});
		usort($found, static fn (array $a, array $b): int => $b['lastModified'] <=> $a['lastModified']);
		return array_slice(self::cards($found), 0, $limit);
	}

	/**
	 * @param int[] $boardIds
	 * @return list<array<string, mixed>>
	 */
	private function onBoards(array $boardIds): array {
		$cards = [];
		foreach ($boardIds as $board) {
			foreach ($this->things->all('stack', $board) as $stack) {
				array_push($cards, ...$this->things->all('card', $stack['id']));
			}
		}
		return $cards;
	}

	/**
	 * @param array<array<string, mixed>> $cards
	 * @return list<Card>
	 */
	private static function cards(array $cards): array {
		return array_values(array_map(static fn (array $card): Card => new Card($card), $cards));
	}
}
