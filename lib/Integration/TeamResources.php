<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Group\Groups;
use OCP\IURLGenerator;
use OCP\Teams\ITeamResourceProvider;
use OCP\Teams\TeamResource;

/**
 * Shows the group on its team's page. Teams does not pass the viewer, who is only known to be in the team: only the group's title is shown, which every
 * account may read.
 */
class TeamResources implements ITeamResourceProvider {
	public function __construct(
		private readonly Groups $groups,
		private readonly IURLGenerator $urls,
	) {
	}

	public function getId(): string {
		return Application::APP_ID;
	}

	public function getName(): string {
		return 'Réseau';
	}

	public function getIconSvg(): string {
		return str_replace('#fff', 'currentColor', (string)file_get_contents(dirname(__DIR__, 2) . '/img/app.svg'));
	}

	public function getSharedWith(string $teamId): array {
		$group = $teamId === '' ? null : $this->groups->ofTeam($teamId);
		return $group === null ? [] : [new TeamResource(
			$this,
			(string)$group->getId(),
			$group->getTitle(),
			$this->urls->linkToRouteAbsolute('reseau.page.index') . "groups/{$group->getId()}",
			$this->getIconSvg(),
		)];
	}

	public function isSharedWithTeam(string $teamId, string $resourceId): bool {
		return in_array($teamId, $this->getTeamsForResource($resourceId), true);
	}

	public function getTeamsForResource(string $resourceId): array {
		$team = ctype_digit($resourceId) ? $this->groups->teamOf((int)$resourceId) : null;
		return $team === null ? [] : [$team];
	}
}
