<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

/** Whether the person of a kept card was asked and agreed; people who refused have no card. KEPT_STATES of src/member/model.ts. */
enum KeptState: string {
	/** Not asked yet, or the question has expired. */
	case Unasked = 'unasked';
	/** Asked by mail, no answer yet. */
	case Asked = 'asked';
	/** Their agreement is recorded. */
	case Agreed = 'agreed';
}
