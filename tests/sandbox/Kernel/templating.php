<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* What templates call, as in Nextcloud. */

function p(string|int|float $text): void {
	print htmlspecialchars((string)$text, ENT_QUOTES | ENT_SUBSTITUTE);
}

function print_unescaped(string $html): void {
	print $html;
}
