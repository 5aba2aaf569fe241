<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

/** The parts of the public showcase a visitor can write about. The same words as in src/enquiry/model.ts. */
enum AboutType: string {
	case Notice = 'notice';
	case Group = 'group';
	case Network = 'network';
}
