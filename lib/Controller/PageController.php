<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\MemberAccess;
use OCA\Reseau\Member\MemberDirectory;
use OCA\Reseau\Member\MemberPresenter;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\Vocabulary;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\IGroupManager;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserManager;
use OCP\Util;

/** The one page of the app; what it shows first comes along with it. */
class PageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly IInitialState $state,
		private readonly IUserManager $users,
		private readonly IGroupManager $groups,
		private readonly IL10N $l,
		private readonly Viewers $viewers,
		private readonly MemberAccess $access,
		private readonly MemberDirectory $directory,
		private readonly MemberPresenter $presenter,
		private readonly Network $network,
		private readonly Vocabulary $vocabulary,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/')]
	public function index(): TemplateResponse {
		return $this->page('');
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/{path}', requirements: ['path' => '.+'], postfix: 'deep')]
	public function deep(string $path): TemplateResponse {
		return $this->page($path);
	}

	private function page(string $path): TemplateResponse {
		$viewer = $this->viewers->current();
		$uid = (string)$viewer->uid;
		$this->state->provideInitialState('session', [
			'uid' => $uid,
			'name' => $this->users->getDisplayName($uid) ?? $uid,
			'facilitator' => $viewer->facilitator,
			'admin' => $this->groups->isAdmin($uid),
			'network' => $this->network->name(),
			'region' => $this->network->region(),
			'facilitators' => $this->network->facilitators(),
			'kept' => $this->directory->countKept($viewer),
		]);
		$this->state->provideInitialState('vocabulary', $this->vocabulary->present($this->l->getLanguageCode()));
		if ($viewer->memberId !== null) {
			$this->state->provideInitialState('me', $this->presenter->present($viewer, $this->access->own($viewer)));
		}
		$this->state->provideInitialState('first', ['path' => '/' . $path] + $this->first($viewer, $path));
		Util::addScript(Application::APP_ID, 'reseau-main');
		Util::addStyle(Application::APP_ID, 'reseau-main');
		return new TemplateResponse(Application::APP_ID, 'main');
	}

	/** @return array<string, mixed> what the asked-for page shows, so that it need not ask again */
	private function first(Viewer $viewer, string $path): array {
		if ($path === 'members' || ($path === '' && $viewer->memberId !== null)) {
			return ['members' => $this->directory->published($viewer)];
		}
		if (preg_match('#^members/(\d{1,18})(?:/edit)?$#', $path, $found) === 1) {
			try {
				return ['member' => $this->presenter->present($viewer, $this->access->seen($viewer, (int)$found[1]))];
			} catch (ReasonException) {
				// The page itself says that there is no such card, in its own words.
				return [];
			}
		}
		return [];
	}
}
