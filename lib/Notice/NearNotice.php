<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

/** A notice for a person, and why. */
final class NearNotice {
	/** @param string $reason one of NOTICE_REASONS of src/member/home/model.ts */
	public function __construct(
		public readonly AuthoredNotice $one,
		public readonly string $reason,
	) {
	}
}
