<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Board;

use OCA\Reseau\Settings\OtherApps;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\Files\Node;
use Psr\Container\ContainerInterface;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Reads Deck, which may be missing: the boards an account may read, and their cards. Nothing is created or changed, and Deck is not queried for an
 * account that has never used it. Its classes are named as strings; only methods that Deck 1.17 to 1.19 share are called. If a call fails, the
 * result is empty.
 */
class Deck {
	private const DB = 'OCA\\Deck\\Db\\';
	private const SHARES = 'OCA\\Deck\\Sharing\\DeckShareProvider';
	private const FILTER = 'OCA\\Deck\\Search\\FilterStringParser';
	/** Deck's type of an account among a card's assignees. */
	private const ACCOUNT = 0;
	/** Nextcloud's share type for a card. */
	private const SHARE = 12;

	/** @var array<string, array<int, string>> titles of boards by account and number */
	private array $boards = [];

	/** @var array<int, array{int, bool}> board of each stack, and whether it is the stack of finished cards */
	private array $stacks = [];

	public function __construct(
		private readonly OtherApps $apps,
		private readonly ContainerInterface $container,
		private readonly LoggerInterface $logger,
	) {
	}

	/** @return array<int, string> titles of the boards an account may read, by number */
	public function boards(string $uid): array {
		return $this->boards[$uid] ??= $this->apps->deck($uid) !== 'used' ? [] : $this->read(function () use ($uid): array {
			$boards = [];
			foreach ($this->mapper('Board')->findAllForUser($uid) as $board) {
				if ((int)$board->getDeletedAt() === 0) {
					$boards[(int)$board->getId()] = (string)$board->getTitle();
				}
			}
			return $boards;
		});
	}

	/** Whether a board belongs to an account; also of one that has not opened Deck since it created it. */
	public function owns(string $uid, int $id): bool {
		return $this->apps->deck($uid) !== 'absent' && $this->read(fn (): array => array_filter(
			$this->mapper('Board')->findAllForUser($uid),
			static fn (object $board): bool => (int)$board->getId() === $id && (int)$board->getDeletedAt() === 0 && (string)$board->getOwner() === $uid,
		)) !== [];
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, DeckCard> cards on boards the account may read, by number
	 */
	public function cards(string $uid, array $ids): array {
		$cards = [];
		foreach ($this->boards($uid) === [] ? [] : $ids as $id) {
			// One by one: a deleted card throws an exception.
			$cards += $this->read(fn (): array => $this->kept($uid, [$this->mapper('Card')->find($id, false)]));
		}
		return $cards;
	}

	/** @return array<int, DeckCard> open cards assigned to a person, on boards the account may read */
	public function assignedTo(string $uid, string $assignee): array {
		$boards = array_keys($this->boards($uid));
		return $boards === [] ? [] : $this->read(function () use ($uid, $assignee, $boards): array {
			$theirs = [];
			foreach ($this->mapper('Assignment')->findByParticipant($assignee, self::ACCOUNT) as $assignment) {
				$theirs[(int)$assignment->getCardId()] = true;
			}
			// Unassigned cards are included.
			$cards = $theirs === [] ? [] : $this->mapper('Card')->findToMeOrNotAssignedCards($boards, $assignee);
			return array_filter(array_intersect_key($this->kept($uid, $cards), $theirs), static fn (DeckCard $card): bool => $card->open);
		});
	}

	/** @return array<int, DeckCard> open cards of a board, without those in its stack of finished ones */
	public function onBoard(string $uid, int $boardId): array {
		return !isset($this->boards($uid)[$boardId]) ? [] : $this->read(function () use ($uid, $boardId): array {
			$stacks = [];
			foreach ($this->mapper('Stack')->findAll($boardId) as $stack) {
				$id = (int)$stack->getId();
				$this->stacks[$id] = self::placeOf($stack);
				if (!$this->stacks[$id][1]) {
					$stacks[] = $id;
				}
			}
			$cards = $stacks === [] ? [] : array_merge(...array_values(array_filter($this->mapper('Card')->findAllForStacks($stacks))));
			return array_filter($this->kept($uid, $cards), static fn (DeckCard $card): bool => $card->open);
		});
	}

	/** @return list<string> accounts that a card is assigned to */
	public function assignees(string $uid, int $card): array {
		return $this->cards($uid, [$card]) === [] ? [] : $this->read(function () use ($card): array {
			$accounts = [];
			foreach ($this->mapper('Assignment')->findAll($card) as $assignment) {
				if ((int)$assignment->getType() === self::ACCOUNT) {
					$accounts[] = (string)$assignment->getParticipant();
				}
			}
			return $accounts;
		});
	}

	/** @return array<int, DeckCard> cards with these words, those changed last first */
	public function search(string $uid, string $words, int $limit): array {
		$boards = array_keys($this->boards($uid));
		return $boards === [] ? [] : $this->read(fn (): array => $this->kept(
			$uid,
			$this->mapper('Card')->search($boards, $this->container->get(self::FILTER)->parse($words), $limit),
		));
	}

	/** @return list<int> files that are attached to a card */
	public function attachedTo(string $uid, int $card): array {
		return $this->cards($uid, [$card]) === [] ? [] : $this->read(fn (): array => array_map(
			static fn (object $share): int => (int)$share->getNodeId(),
			array_values($this->container->get(self::SHARES)->getSharedWithByType($card, self::SHARE, -1, 0)),
		));
	}

	/** @return array<int, DeckCard> cards that a file is attached to */
	public function cardsWith(string $uid, Node $file): array {
		return $this->boards($uid) === [] ? [] : $this->cards($uid, $this->read(fn (): array => array_map(
			static fn (object $share): int => (int)$share->getSharedWith(),
			array_values($this->container->get(self::SHARES)->getSharesByPath($file)),
		)));
	}

	/**
	 * @param iterable<object> $cards Deck's own
	 * @return array<int, DeckCard> not deleted, on a board the account may read
	 */
	private function kept(string $uid, iterable $cards): array {
		$boards = $this->boards($uid);
		$kept = [];
		foreach ($cards as $card) {
			$stack = (int)$card->getStackId();
			[$board, $isDone] = (int)$card->getDeletedAt() > 0 ? [0, false] : $this->stacks[$stack] ??= $this->stack($stack);
			if (isset($boards[$board])) {
				$due = $card->getDuedate();
				$kept[(int)$card->getId()] = new DeckCard(
					(int)$card->getId(),
					(string)$card->getTitle(),
					$board,
					$boards[$board],
					$due === null ? null : substr(is_string($due) ? $due : $due->format('Y-m-d'), 0, 10),
					!$isDone && !$card->getArchived() && $card->getDone() === null,
				);
			}
		}
		return $kept;
	}

	/** @return array{int, bool} as in $stacks; no board if the stack no longer exists */
	private function stack(int $id): array {
		try {
			return self::placeOf($this->mapper('Stack')->find($id));
		} catch (DoesNotExistException) {
			return [0, false];
		}
	}

	/**
	 * @param object $stack Deck's own
	 * @return array{int, bool}
	 */
	private static function placeOf(object $stack): array {
		return [(int)$stack->getBoardId(), DoneStack::matches($stack)];
	}

	private function mapper(string $of): object {
		return $this->container->get(self::DB . $of . 'Mapper');
	}

	/** @param callable(): array $ask */
	private function read(callable $ask): array {
		try {
			return $ask();
		} catch (Throwable $e) {
			if (!str_ends_with($e::class, 'DoesNotExistException')) {
				$this->logger->warning('Could not query Deck', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			}
			return [];
		}
	}
}
