<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent;

use Normalizer;
use OCA\Reseau\Member\Event\PersonRefused;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\Security\ICrypto;

/**
 * Remembers who asked not to be in the network, so that nobody keeps a card for them or asks them again: hashes of their mail
 * address and telephone, keyed with the instance's secret, that tell nobody who it was. Never their name, which others bear
 * too. What a person said last counts: an agreement of theirs written down since then takes the refusal back.
 */
class Refusals {
	public function __construct(
		private readonly RefusalMapper $refusals,
		private readonly ConsentMapper $consents,
		private readonly ICrypto $crypto,
		private readonly IEventDispatcher $events,
		private readonly Days $days,
	) {
	}

	/**
	 * A person with a card refuses.
	 *
	 * @param array<string, string> $contact of the card, as Member::contactDetails() gives it
	 * @param string ...$hashes of hash(), in addition to those of the contact
	 */
	public function remember(array $contact, string ...$hashes): void {
		$this->rememberHashes(...$hashes, ...array_values($this->hashes($contact)));
	}

	/** A person of whom there is no card refuses. */
	public function rememberHashes(string ...$hashes): void {
		$hashes = array_values(array_unique($hashes));
		$today = $this->days->today();
		foreach ($hashes as $hash) {
			if ($this->refusals->lastOf($hash) !== $today) {
				$this->refusals->insert($hash, $today);
			}
		}
		$this->events->dispatchTyped(new PersonRefused($hashes));
	}

	/**
	 * What a file or a form says of somebody without an account and was not there before.
	 *
	 * @param array<string, string> $contact as of Member::contactDetails()
	 * @param array<string, string> $before
	 * @throws ReasonException refused
	 */
	public function requireNone(array $contact, array $before = []): void {
		foreach ($this->hashes(array_diff_assoc($contact, $before)) as $way => $hash) {
			if ($this->refusals->lastOf($hash) !== null) {
				throw self::refused($way);
			}
		}
	}

	/**
	 * The same for a card that is there: an agreement as young as the refusal takes it back.
	 *
	 * @param int $memberId of the card
	 * @param array<string, string> $contact its contact now, as Member::contactDetails() gives it
	 * @param array<string, string> $before what its contact was
	 * @throws ReasonException refused
	 */
	public function requireNoneSince(int $memberId, array $contact, array $before = []): void {
		$takenBack = [];
		foreach ($this->hashes(array_diff_assoc($contact, $before)) as $way => $hash) {
			$refused = $this->refusals->lastOf($hash);
			if ($refused === null) {
				continue;
			}
			if (($this->consents->inForce($memberId)?->getGivenOn() ?? '') < $refused) {
				throw self::refused($way);
			}
			$takenBack[] = $hash;
		}
		if ($takenBack !== []) {
			$this->refusals->delete($takenBack);
		}
	}

	/** What is kept of a mail address. */
	public function hash(string $address): string {
		return $this->hashes(['email' => $address])['email'] ?? '';
	}

	/** What is kept of a telephone; null where these are too few digits to be one. */
	public function phoneHash(string $phone): ?string {
		return $this->hashes(['phone' => $phone])['phone'] ?? null;
	}

	/**
	 * @param array<string, string> $contact
	 * @return array<string, string> by way
	 */
	private function hashes(array $contact): array {
		$plain = array_filter([
			'email' => mb_strtolower(trim(Normalizer::normalize($contact['email'] ?? '') ?: '')),
			'phone' => self::number($contact['phone'] ?? ''),
		]);
		$hashes = [];
		foreach ($plain as $way => $text) {
			$hashes[$way] = hash('sha256', $this->crypto->calculateHMAC("reseau refused $way $text"));
		}
		return $hashes;
	}

	/** The digits one dials within France; empty where they are too few to be a number. */
	private static function number(string $phone): string {
		$digits = preg_replace('/\D/', '', preg_replace('/^\s*(?:\+|00)33\s*(?:\(0\))?/', '0', $phone) ?? '') ?? '';
		return strlen($digits) < 6 ? '' : $digits;
	}

	private static function refused(string $way): ReasonException {
		return new ReasonException('refused', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => "contact.$way"]);
	}
}
