<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentWords;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\ReasonException;
use OCP\IUserManager;

/**
 * The record of consents as facts for the facilitators: who, what, when, how, and who recorded it. It leaves out cards that the viewer may not see, and what
 * people write about messages.
 */
class ConsentRecord {
	public const PAGE = 50;

	/** @var array<string, string> the shape of a cursor */
	private const CURSOR = ['last' => 'i'];

	private const SHOWN = [
		Consent::CARD, Consent::CARD_ENDED, Consent::CHARTER, Consent::ENGAGEMENT, Consent::LETTER, Consent::LETTER_PAPER, Consent::LETTER_ENDED,
		Consent::NOTICES, Consent::NOTICES_ENDED, Consent::SHOWCASE, Consent::SHOWCASE_ENDED, Consent::SHOWCASE_GROUP, Consent::SHOWCASE_GROUP_ENDED,
		Consent::SHOWCASE_SHEET, Consent::SHOWCASE_SHEET_ENDED, Consent::SHOWCASE_NOTICE, Consent::SHOWCASE_NOTICE_ENDED,
	];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly ConsentWords $words,
		private readonly SubscriberMapper $subscribers,
		private readonly People $people,
		private readonly IUserManager $users,
	) {
	}

	/**
	 * @return array{entries: list<array<string, mixed>>, next: ?string} ConsentRecordSchema of src/subscription/model.ts, the last written first
	 * @throws ReasonException bad_cursor
	 */
	public function page(Viewer $viewer, string $cursor): array {
		$before = Cursor::parse($cursor, self::CURSOR)?->key[0];
		$before = $before === null ? null : (int)$before;
		$entries = [];
		do {
			$found = $this->ledger->before($before, self::PAGE + 1, self::SHOWN);
			$before = $found === [] ? $before : (int)$found[count($found) - 1]->getId();
			array_push($entries, ...$this->present($viewer, $found));
		} while ($found !== [] && count($entries) <= self::PAGE);
		$shown = array_slice($entries, 0, self::PAGE);
		return ['entries' => $shown, 'next' => count($entries) > self::PAGE ? (string)new Cursor('last', [$shown[self::PAGE - 1]['id']]) : null];
	}

	/**
	 * @param list<Consent> $found
	 * @return list<array<string, mixed>>
	 */
	private function present(Viewer $viewer, array $found): array {
		$rows = [];
		foreach ($this->subscribers->findByIds(array_values(array_filter(array_map(static fn (Consent $one): int => (int)$one->getSubscriberId(), $found)))) as $row) {
			$rows[$row->id()] = $row;
		}
		$of = static fn (Consent $one): int => (int)($one->getMemberId() ?? ($rows[$one->getSubscriberId()] ?? null)?->getMemberId());
		$cards = $this->people->persons(array_values(array_filter(array_map($of, $found))));
		$names = $this->words->names($viewer, $found);
		$entries = [];
		foreach ($found as $one) {
			$row = $rows[$one->getSubscriberId()] ?? null;
			$card = $cards[$of($one)] ?? null;
			if ($of($one) !== 0 && ($card === null || !People::knows($viewer, $card))) {
				continue;
			}
			$by = $one->getByUid();
			$entries[] = [
				'id' => (int)$one->getId(),
				'name' => $card?->name ?? ($row?->getUid() !== null ? $this->users->getDisplayName($row->getUid()) ?? $row->getUid() : (string)$row?->getName()),
				'member' => $card?->ownerId(),
				'what' => $this->words->what($one, $names->of($one)),
				'on' => $one->getGivenOn(),
				'how' => $this->words->how($one),
				'by' => $by === null ? null : $this->users->getDisplayName($by) ?? $by,
			];
		}
		return $entries;
	}
}
