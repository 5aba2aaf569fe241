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
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;

/** The choice of an account whether it gets the letter. */
class OwnLetter {
	public function __construct(
		private readonly SubscriberRows $rows,
		private readonly Mailboxes $mailboxes,
		private readonly LetterChoices $choices,
		private readonly Ledger $ledger,
		private readonly ConsentWords $words,
		private readonly Outbox $outbox,
		private readonly Network $network,
	) {
	}

	/** @return array{wants: ?bool, address: bool, record: list<array{what: string, on: string, how: string}>} OwnLetterSchema of src/subscription/model.ts */
	public function present(string $uid): array {
		return [
			'wants' => $this->wants($uid),
			'address' => $this->outbox->addressOf($uid) !== null,
			'record' => array_map(
				fn (Consent $one): array => ['what' => $this->words->what($one), 'on' => $one->getGivenOn(), 'how' => $this->words->how($one, own: true)],
				array_reverse($this->ledger->ofSubscribers(array_map(static fn (Subscriber $row): int => $row->id(), $this->rows->allOfAccount($uid)))),
			),
		];
	}

	/** Whether a person has still to be asked: once, and only if the network has a letter. */
	public function isToAsk(string $uid): bool {
		return $this->network->asksForLetter() && $this->wants($uid) === null;
	}

	/**
	 * @param mixed $wants raw input
	 * @throws ReasonException wrong_type
	 */
	public function choose(string $uid, mixed $wants): void {
		// A missing value is no answer; flag() would take it for a no.
		$this->choices->ofAccount($uid, Input::flag(in_array($wants, [null, ''], true) ? 'neither' : $wants, 'wants'));
	}

	/** @return ?bool null: neither they nor anyone with their address has decided */
	private function wants(string $uid): ?bool {
		$row = $this->rows->findOfAccount($uid);
		if ($row === null) {
			$row = new Subscriber();
			$row->setUid($uid);
		}
		return $this->mailboxes->lastOf($row)?->gets();
	}
}
