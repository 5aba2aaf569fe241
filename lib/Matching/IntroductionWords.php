<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Message\Side;
use OCP\Security\ICrypto;
use Throwable;

/**
 * The answers of the two people and the mediator about an introduction, encrypted like messages. An empty answer is stored too, so that the person is not
 * asked again.
 */
class IntroductionWords {
	private const MEDIATOR = 'mediator';

	private const ABSENT = 'absent';
	private const OUTCOME = 'outcome';

	public function __construct(
		private readonly ICrypto $crypto,
	) {
	}

	/** @param ?Side $side null: the mediator's */
	public static function of(?Side $side): string {
		return $side?->value ?? self::MEDIATOR;
	}

	/** Why this side cannot come, may be empty; null: they can. */
	public function absence(Introduction $introduction, Side $side): ?string {
		return $this->read($introduction)[$side->value][self::ABSENT] ?? null;
	}

	public function setAbsence(Introduction $introduction, Side $side, ?string $text): void {
		$this->write($introduction, $side->value, self::ABSENT, $text);
	}

	/** The outcome in the words of this side or of the mediator, may be empty; null: they have not answered. */
	public function outcome(Introduction $introduction, string $who): ?string {
		return $this->read($introduction)[$who][self::OUTCOME] ?? null;
	}

	public function setOutcome(Introduction $introduction, string $who, string $text): void {
		$this->write($introduction, $who, self::OUTCOME, $text);
	}

	private function write(Introduction $introduction, string $who, string $what, ?string $text): void {
		$words = $this->read($introduction);
		$words[$who][$what] = $text;
		if ($text === null) {
			unset($words[$who][$what]);
		}
		$introduction->setWords($this->crypto->encrypt(json_encode($words, JSON_THROW_ON_ERROR)));
	}

	/** @return array<string, array<string, string>> by side or MEDIATOR; empty if the secret of the instance has changed since */
	private function read(Introduction $introduction): array {
		try {
			$stored = $introduction->getWords();
			return $stored === null ? [] : json_decode($this->crypto->decrypt($stored), true, 8, JSON_THROW_ON_ERROR);
		} catch (Throwable) {
			return [];
		}
	}
}
