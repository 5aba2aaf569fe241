<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared\Audience;

/** Something a person shows to others: their card, later a notice or a sheet. */
interface Owned {
	/** Member whose groups are the audience “groups”. */
	public function ownerId(): int;

	/** Account of that member, null without one. */
	public function ownerUid(): ?string;

	/** Account that keeps the thing for a member without an account; null: the facilitators of the network together. */
	public function stewardUid(): ?string;

	/** False while only the keeper may see it. */
	public function isShown(): bool;

	/** Whether it is shown, and its person chose to be in the public showcase. */
	public function isPublic(): bool;
}
