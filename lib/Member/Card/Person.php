<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\Audience\Owned;

/** A person's identity and visibility, without their card's content, so that hundreds can be read together. */
final class Person implements Owned {
	public function __construct(
		private readonly int $id,
		public readonly ?string $uid,
		private readonly ?string $stewardUid,
		public readonly string $name,
		private readonly bool $shown,
		private readonly bool $showcased = false,
		public readonly CardKind $kind = CardKind::Person,
	) {
	}

	/** @param array<string, mixed> $row of the table of members */
	public static function ofRow(array $row): self {
		$shown = $row['status'] === Status::Published->value && !$row['suspended'];
		return new self((int)$row['id'], $row['uid'], $row['steward_uid'], (string)$row['name'], $shown, (bool)$row['showcased'], CardKind::from($row['kind'] ?? CardKind::Person->value));
	}

	public function ownerId(): int {
		return $this->id;
	}

	public function ownerUid(): ?string {
		return $this->uid;
	}

	public function stewardUid(): ?string {
		return $this->stewardUid;
	}

	public function isShown(): bool {
		return $this->shown;
	}

	public function isPublic(): bool {
		return $this->showcased && $this->shown;
	}
}
