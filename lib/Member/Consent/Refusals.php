<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent;

use Normalizer;
use OCA\Reseau\Member\Event\PersonRefused;
use OCA\Reseau\Settings\NetworkHash;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\EventDispatcher\IEventDispatcher;

/**
 * Remembers who asked not to be in the network, so that nobody keeps a card for them or asks them again: hashes of their mail address and telephone,
 * keyed with a secret of the network, that reveal nobody. Never their name, which others share. Their latest statement counts: a consent recorded since
 * then cancels the refusal.
 */
class Refusals {
	public function __construct(
		private readonly RefusalMapper $refusals,
		private readonly ConsentMapper $consents,
		private readonly NetworkHash $keyed,
		private readonly IEventDispatcher $events,
		private readonly Days $days,
	) {
	}

	/**
	 * A person with a card refuses.
	 *
	 * @param array<string, string> $contact of the card, as Member::contactDetails() gives it
	 * @param bool $themselves by a link that was sent to them
	 * @param string ...$hashes of hash(), in addition to those of the contact
	 */
	public function remember(array $contact, bool $themselves, string ...$hashes): void {
		$this->rememberHashes($themselves, ...$hashes, ...array_values($this->hashes($contact)));
	}

	/**
	 * A person without a card refuses.
	 *
	 * @param bool $themselves by a link that was sent to them
	 */
	public function rememberHashes(bool $themselves, string ...$hashes): void {
		$hashes = array_values(array_unique($hashes));
		$today = $this->days->today();
		foreach ($hashes as $hash) {
			if ($this->refusals->lastOf($hash) !== $today) {
				$this->refusals->insert($hash, $today);
			}
		}
		$this->events->dispatchTyped(new PersonRefused($hashes, $themselves));
	}

	/**
	 * Checks new contact details of a person without an account, from a file or a form.
	 *
	 * @param array<string, string> $contact as from Member::contactDetails()
	 * @param array<string, string> $before
	 * @param ?array<string, true> $refused what among() returned for these contact details and others, if it was asked
	 * @throws ReasonException refused
	 */
	public function requireNone(array $contact, array $before = [], ?array $refused = null): void {
		$contact = array_diff_assoc($contact, $before);
		$refused ??= $this->among($contact);
		foreach ($this->hashes($contact) as $way => $hash) {
			if (isset($refused[$hash])) {
				throw self::refused($way);
			}
		}
	}

	/**
	 * @param array<string, string> ...$contacts as from Member::contactDetails()
	 * @return array<string, true> hashes of those of their details that were refused
	 */
	public function among(array ...$contacts): array {
		$current = [];
		foreach ($contacts as $contact) {
			foreach (self::texts($contact) as $text) {
				$hashes = $this->keyed->all($text);
				$current += array_fill_keys($hashes, $hashes[0]);
			}
		}
		return array_fill_keys(array_map(static fn (string $hash): string => $current[$hash], $this->refusals->among(array_keys($current))), true);
	}

	/**
	 * The same for an existing card: a consent no older than the refusal cancels it.
	 *
	 * @param int $memberId of the card
	 * @param array<string, string> $contact its contact now, as Member::contactDetails() gives it
	 * @param array<string, string> $before its contact before the change
	 * @throws ReasonException refused
	 */
	public function requireNoneSince(int $memberId, array $contact, array $before = []): void {
		$takenBack = [];
		foreach (self::texts(array_diff_assoc($contact, $before)) as $way => $text) {
			$hashes = $this->keyed->all($text);
			$refused = $this->refusals->lastOf(...$hashes);
			if ($refused === null) {
				continue;
			}
			if (($this->consents->inForce($memberId)?->getGivenOn() ?? '') < $refused) {
				throw self::refused($way);
			}
			array_push($takenBack, ...$hashes);
		}
		if ($takenBack !== []) {
			$this->refusals->delete($takenBack);
		}
	}

	/** The stored hash of a mail address. */
	public function hash(string $address): string {
		return $this->hashes(['email' => $address])['email'] ?? '';
	}

	/**
	 * The hash of the mailbox of an address, to count what is sent to it: what follows a “+” is left out, as a mailbox has as many such addresses as one likes. A
	 * refusal is of the whole address.
	 */
	public function mailboxHash(string $address): string {
		return $this->hash(preg_replace('/^([^@+]+)\+[^@]*@/', '$1@', $address) ?? $address);
	}

	/** Whether this is the stored hash of a mail address. */
	public function isHashOf(string $address, ?string $hash): bool {
		return in_array($hash, $this->hashesOf($address), true);
	}

	/** @return list<string> the stored hash of a mail address, and the one that versions before 0.3 stored */
	public function hashesOf(string $address): array {
		$text = self::texts(['email' => $address])['email'] ?? null;
		return $text === null ? [] : $this->keyed->all($text);
	}

	/** The stored hash of a telephone; null if it has too few digits. */
	public function phoneHash(string $phone): ?string {
		return $this->hashes(['phone' => $phone])['phone'] ?? null;
	}

	/**
	 * @param array<string, string> $contact
	 * @return array<string, string> by way
	 */
	private function hashes(array $contact): array {
		return array_map($this->keyed->of(...), self::texts($contact));
	}

	/**
	 * @param array<string, string> $contact
	 * @return array<string, string> what is hashed, by way
	 */
	private static function texts(array $contact): array {
		$plain = array_filter([
			'email' => mb_strtolower(trim(Normalizer::normalize($contact['email'] ?? '') ?: '')),
			'phone' => self::number($contact['phone'] ?? ''),
		]);
		$texts = [];
		foreach ($plain as $way => $text) {
			$texts[$way] = "reseau refused $way $text";
		}
		return $texts;
	}

	/** The digits dialled within France; empty if they are too few to be a number. */
	private static function number(string $phone): string {
		$digits = preg_replace('/\D/', '', preg_replace('/^\s*(?:\+|00)33\s*(?:\(0\))?/', '0', $phone) ?? '') ?? '';
		return strlen($digits) < 6 ? '' : $digits;
	}

	private static function refused(string $way): ReasonException {
		return new ReasonException('refused', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => "contact.$way"]);
	}
}
