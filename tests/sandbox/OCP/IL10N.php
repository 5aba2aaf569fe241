<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

interface IL10N {
	public function t(string $text, $parameters = []): string;
	public function n(string $text_singular, string $text_plural, int $count, array $parameters = []): string;
	public function l(string $type, $data, array $options = []);
	public function getLanguageCode(): string ;
	public function getLocaleCode(): string;
}
