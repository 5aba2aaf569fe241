<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Consent;

/** A decision about the letter: how and when it was made, and who recorded it. */
final class Statement {
	/**
	 * @param string $how as it is recorded: a constant of Consent, or in their words
	 * @param ?string $byUid null: they decided themselves, without an account
	 * @param ?string $on YYYY-MM-DD; null: now
	 */
	private function __construct(
		public readonly Why $why,
		public readonly string $how,
		public readonly ?string $byUid,
		public readonly ?string $on,
	) {
	}

	/** In the app. */
	public static function inTheApp(string $uid): self {
		return new self(Why::Member, Consent::IN_THE_APP, $uid, null);
	}

	/** By a link that was mailed to them. */
	public static function byLink(Why $why = Why::Confirmed): self {
		return new self($why, Consent::BY_LINK, null, null);
	}

	/** On the telephone, on paper or in person, recorded by another person. */
	public static function reported(string $how, string $on, string $byUid): self {
		return new self(Why::Reported, $how, $byUid, $on);
	}

	/** A yes by such a report of a person without a working mail address: it is for the letter on paper. */
	public static function reportedOnPaper(string $how, string $on, string $byUid): self {
		return new self(Why::Paper, $how, $byUid, $on);
	}

	/** Before, according to a file. */
	public static function imported(string $how, string $on, ?string $byUid): self {
		return new self(Why::Imported, $how, $byUid, $on);
	}

	/** From another network, or a copy of this one. */
	public static function brought(Why $why, string $how, string $on): self {
		return new self($why, $how === '' ? Consent::BROUGHT : $how, null, $on);
	}

	public static function refused(): self {
		return new self(Why::Reported, Consent::REFUSED, null, null);
	}

	/** @return string in the words of the person who recorded it; empty where Réseau has its own */
	public function manner(): string {
		return in_array($this->why, [Why::Reported, Why::Paper, Why::Imported], true) && !in_array($this->how, [Consent::BROUGHT, Consent::BY_LINK], true) ? $this->how : '';
	}
}
