<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Collaboration\Reference;

use JsonSerializable;

abstract class ADiscoverableReferenceProvider implements IDiscoverableReferenceProvider, JsonSerializable {
	public function jsonSerialize(): array {
		return [
			'id' => $this->getId(),
			'title' => $this->getTitle(),
			'icon_url' => $this->getIconUrl(),
			'order' => $this->getOrder(),
			'search_providers_ids' => $this instanceof ISearchableReferenceProvider ? $this->getSupportedSearchProviderIds() : [],
		];
	}
}
