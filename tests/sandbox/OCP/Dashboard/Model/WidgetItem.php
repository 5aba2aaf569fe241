<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Dashboard\Model;

use JsonSerializable;

final class WidgetItem implements JsonSerializable {
	public function __construct(
		private string $title = '',
		private string $subtitle = '',
		private string $link = '',
		private string $iconUrl = '',
		private string $sinceId = '',
		private string $overlayIconUrl = '',
	) {
	}

	/** @return array<string, string> */
	public function jsonSerialize(): array {
		return get_object_vars($this);
	}
}
