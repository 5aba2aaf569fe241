<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Teams;

use JsonSerializable;

class TeamResource implements JsonSerializable {
	public function __construct(
		private ITeamResourceProvider $teamResourceProvider,
		private string $resourceId,
		private string $label,
		private string $url,
		private ?string $iconSvg = null,
		private ?string $iconURL = null,
		private ?string $iconEmoji = null,
	) {
	}

	public function jsonSerialize(): array {
		return [
			'id' => $this->resourceId,
			'label' => $this->label,
			'url' => $this->url,
			'iconSvg' => $this->iconSvg,
			'iconURL' => $this->iconURL,
			'iconEmoji' => $this->iconEmoji,
			'provider' => [
				'id' => $this->teamResourceProvider->getId(),
				'name' => $this->teamResourceProvider->getName(),
				'icon' => $this->teamResourceProvider->getIconSvg(),
			],
		];
	}
}
