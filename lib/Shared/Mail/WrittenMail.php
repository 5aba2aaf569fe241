<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Mail;

/** A mail whose complete content is our own, without the frame of Nextcloud's templates. */
final class WrittenMail {
	/**
	 * @param string $subject one line
	 * @param array<string, string> $pictures JPEG by name, which the HTML shows as `cid:name`
	 * @param ?string $leaveUrl where its reader leaves the list, also by the one-click POST of RFC 8058; null: it belongs to no list
	 */
	public function __construct(
		public readonly string $subject,
		public readonly string $text,
		public readonly string $html,
		public readonly array $pictures = [],
		public readonly ?string $leaveUrl = null,
	) {
	}

	/** The mail with another subject. */
	public function titled(string $subject): self {
		return new self($subject, $this->text, $this->html, $this->pictures, $this->leaveUrl);
	}
}
