<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Shared\LinkTokens;

/** Encrypts what visitors write and what they are answered, so that it cannot be read in the database or a backup of it. */
class EnquiryText {
	public function __construct(
		private readonly LinkTokens $secrets,
	) {
	}

	public function write(Words $words): string {
		return $this->secrets->encrypt(json_encode([$words->name, $words->address, $words->text], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
	}

	/** @return ?Words null if the secret of the instance has changed since */
	public function read(Enquiry $enquiry): ?Words {
		$json = $this->secrets->decrypt($enquiry->getData());
		return $json === null ? null : new Words(...json_decode($json, true, 2, JSON_THROW_ON_ERROR));
	}

	public function writeAnswer(string $text): string {
		return $this->secrets->encrypt($text);
	}

	/** @return ?string null if there is none, or the secret of the instance has changed since */
	public function readAnswer(Enquiry $enquiry): ?string {
		return $this->secrets->decrypt($enquiry->getAnswer());
	}
}
