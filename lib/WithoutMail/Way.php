<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\WithoutMail;

/** How a person without mail was reached. */
enum Way: string {
	case Phone = 'phone';
	case Visit = 'visit';
	case Post = 'post';
}
