<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Subscription\Reader;
use OCA\Reseau\Subscription\Subscriptions;
use OCP\AppFramework\Utility\ITimeFactory;

/** The result of the mails of a letter: figures, and only the names of people for whom something is left to do. */
class LetterReport {
	/** Names of each state per request. */
	public const MOST = 100;

	/** Kinds of passages of which every member can notice that one is gone. Of other kinds it is no longer known who saw them. */
	private const ALWAYS_KNOWN = [Passage::PERSON, Passage::GROUP, Passage::SEEKING, Passage::CLOSED];

	public function __construct(
		private readonly LetterMapper $letters,
		private readonly LetterMailMapper $mails,
		private readonly LetterItemMapper $items,
		private readonly Subscriptions $subscriptions,
		private readonly Passages $passages,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param int $after number of a mail: names of those after it
	 * @return array<string, mixed> ReportSchema of src/letter/model.ts
	 */
	public function of(Viewer $viewer, Letter $letter, int $after = 0): array {
		$counts = $this->mails->counts($letter->id());
		$refused = $this->named($letter, LetterMail::REFUSED, $after);
		$perhaps = $this->named($letter, LetterMail::PERHAPS, $after);
		$items = $this->items->findOf($letter->id());
		$passages = $this->passages->read(Compose::about($items), $letter->getLanguage());
		return [
			'state' => $letter->getState(),
			'note' => $letter->getNote(),
			'running' => $letter->is(Letter::SENDING) && $this->letters->isLeased($letter->id(), $this->clock->getTime()),
			'total' => array_sum($counts),
			'counts' => array_map(static fn (string $state): int => $counts[$state], array_combine(LetterMail::STATES, LetterMail::STATES)),
			'refused' => $refused['people'],
			'perhaps' => $perhaps['people'],
			'next' => ['refused' => $refused['next'], 'perhaps' => $perhaps['next']],
			'withheld' => $this->withheld($viewer, $items, $passages),
		];
	}

	/**
	 * Passages that were revoked or rewritten since sending began, as far as the viewer may know them: later mails are without them.
	 *
	 * @param list<LetterItem> $items
	 * @param array<string, Passage> $passages as they are now
	 */
	private function withheld(Viewer $viewer, array $items, array $passages): int {
		$seen = $this->passages->seen($viewer, $passages);
		$gone = array_filter($items, static fn (LetterItem $item): bool => $item->isTaken() && !$item->wasGone() && in_array($item->getKind(), self::ALWAYS_KNOWN, true) && !isset($passages[$item->key()]));
		return count(Compose::changed($items, $seen)) + count($gone);
	}

	/** @return array{people: list<array{name: string, reason: ?string}>, next: ?int} without people who have left since */
	private function named(Letter $letter, string $state, int $after): array {
		$mails = $this->mails->findOf($letter->id(), $state, self::MOST + 1, $after);
		$next = count($mails) > self::MOST ? (int)$mails[self::MOST - 1]->getId() : null;
		$mails = array_slice($mails, 0, self::MOST);
		$names = array_column(array_map(
			static fn (Reader $reader): array => [$reader->id, $reader->name],
			$this->subscriptions->some(Recipients::listOf($letter), array_map(static fn (LetterMail $mail): int => $mail->getReaderId(), $mails)),
		), 1, 0);
		$named = [];
		foreach ($mails as $mail) {
			if (isset($names[$mail->getReaderId()])) {
				$named[] = ['name' => $names[$mail->getReaderId()], 'reason' => $mail->getReason()];
			}
		}
		return ['people' => $named, 'next' => $next];
	}
}
