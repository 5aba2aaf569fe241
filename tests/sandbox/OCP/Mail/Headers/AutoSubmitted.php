<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Mail\Headers;

final class AutoSubmitted {
	public const HEADER = 'Auto-Submitted';
	public const VALUE_AUTO_GENERATED = 'auto-generated';
}
