<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCA\Reseau\Member\Card\Member;

/** The content of a card before an import changed it, to undo that. */
final class Earlier {
	/**
	 * @param array<string, mixed> $parts
	 * @param array<string, string> $contact
	 * @param int $version of the card after the change
	 */
	private function __construct(
		private readonly string $name,
		private readonly array $parts,
		private readonly array $contact,
		private readonly ?string $importHash,
		private readonly int $version,
	) {
	}

	/** Of a card that is about to be changed once. */
	public static function of(Member $member): self {
		return new self($member->getName(), $member->cardParts(), $member->contactDetails(), $member->getImportHash(), $member->getVersion() + 1);
	}

	public static function read(string $json): self {
		$stored = json_decode($json, true, 32, JSON_THROW_ON_ERROR);
		return new self($stored['name'], $stored['parts'], $stored['contact'], $stored['importHash'], $stored['version']);
	}

	public function written(): string {
		return json_encode(get_object_vars($this), JSON_THROW_ON_ERROR);
	}

	/** Whether the card still has the content of the import. */
	public function matches(Member $member): bool {
		return [$this->name, $this->parts, $this->contact] == [$member->getName(), $member->cardParts(), $member->contactDetails()];
	}

	/** Whether nothing has changed the card since. */
	public function isLast(Member $member): bool {
		return $member->getVersion() === $this->version;
	}

	/** @return array<string, string> */
	public function contact(): array {
		return $this->contact;
	}

	public function restore(Member $member): void {
		$member->rename($this->name);
		$member->writeCardParts($this->parts);
		$member->writeContactDetails($this->contact);
		$member->setImportHash($this->importHash);
	}
}
