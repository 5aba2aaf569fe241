<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\NotFoundResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use OCP\IUserManager;
use Sandbox\Service\Teams;

/** A page that shows the members of a team to each other. */
class TeamPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Teams $teams,
		private readonly IUserManager $users,
		private readonly ?string $userId,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/teams/team/{teamId}', root: '/apps/circles')]
	public function show(string $teamId): Response {
		if (!$this->teams->has($teamId, (string)$this->userId)) {
			return new NotFoundResponse();
		}
		$in = array_filter($this->teams->members($teamId), static fn (array $member): bool => $member['level'] > 0);
		return new TemplateResponse('core', 'list', [
			'pageTitle' => $this->teams->find($teamId)['name'],
			'items' => array_map(fn (array $member): string => (string)$this->users->getDisplayName($member['uid']), $in),
		]);
	}
}
