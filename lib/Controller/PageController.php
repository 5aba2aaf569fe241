<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Group\GroupPresenter;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Directory\MemberFacets;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\FirstAnswer\FirstAnswer;
use OCA\Reseau\Member\FirstAnswer\FirstDirectory;
use OCA\Reseau\Member\Home\MemberHome;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Settings\OtherApps;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\ContentSecurityPolicy;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\IGroupManager;
use OCP\IL10N;
use OCP\IRequest;
use OCP\IUserManager;
use OCP\Util;

/** The app's only page, with the data its first view needs. */
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
		private readonly MemberSearch $search,
		private readonly MemberFacets $facets,
		private readonly MemberHome $home,
		private readonly KeptCount $kept,
		private readonly MemberPresenter $presenter,
		private readonly Network $network,
		private readonly OtherApps $apps,
		private readonly Vocabulary $vocabulary,
		private readonly FirstAnswer $answer,
		private readonly Groups $inGroups,
		private readonly GroupPresenter $groupPresenter,
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
	#[FrontpageRoute(verb: 'GET', url: '/{path}', requirements: ['path' => '(?!consent/|ask/|card/|sign/|reply/|notice/|passed/|mails/|calendar/|letter/|leave/|write/|subscribe(?:/|\z)|public(?:/|\z)|own(?:/|\z)).+'], postfix: 'deep')]
	public function deep(string $path): TemplateResponse {
		return $this->page($path);
	}

	private function page(string $path): TemplateResponse {
		$viewer = $this->viewers->current();
		$uid = (string)$viewer->uid;
		$this->state->provideInitialState('session', [
			'uid' => $uid,
			'name' => $this->users->getDisplayName($uid) ?? $uid,
			'email' => $this->users->get($uid)?->getEMailAddress() ?? '',
			'facilitator' => $viewer->facilitator,
			'admin' => $this->groups->isAdmin($uid),
			'network' => $this->network->name(),
			'region' => $this->network->region(),
			'departements' => $this->network->departements(),
			'facilitators' => $this->network->facilitators(),
			'kept' => $this->kept->all($viewer),
			'deck' => $this->apps->deck($uid),
			'teams' => $this->apps->teams($uid),
			'talk' => $this->apps->talk($uid),
			'library' => $this->network->library(),
			'preset' => $this->network->teamPreset()->value,
			'showcase' => $this->network->allowsShowcase(),
		]);
		$this->state->provideInitialState('vocabulary', $this->vocabulary->present($this->l->getLanguageCode()));
		$mine = $viewer->memberId === null ? null : $this->presenter->present($viewer, $this->access->own($viewer));
		if ($mine !== null) {
			$this->state->provideInitialState('me', $mine);
		}
		$this->state->provideInitialState('groups', $viewer->ownGroups());
		$first = $this->first($viewer, $path);
		// The scripts start a list at its first page.
		$seed = ($this->request->getParam('cursor') ?? '') === '' ? $first : array_diff_key($first, ['directory' => 0]);
		$this->state->provideInitialState('first', ['path' => '/' . $path] + $seed);
		Util::addScript(Application::APP_ID, 'reseau-main');
		Util::addStyle(Application::APP_ID, 'reseau-main');
		$page = new TemplateResponse(Application::APP_ID, 'main', $this->answer->page($viewer, $path, $first, $mine));
		// Minutes are read in a worker, from a file of ours; without this, browsers start none.
		$policy = new ContentSecurityPolicy();
		$policy->addAllowedWorkerSrcDomain("'self'");
		$page->setContentSecurityPolicy($policy);
		return $page;
	}

	/** @return array<string, mixed> data of the requested page, to save it a request */
	private function first(Viewer $viewer, string $path): array {
		if ($path === '' && $viewer->memberId !== null) {
			return ['home' => $this->home->present($viewer)];
		}
		if ($path === 'members') {
			return $this->directory($viewer);
		}
		if ($path === 'groups') {
			return ['groups' => $this->groupPresenter->list($viewer, $this->inGroups->all($viewer))];
		}
		if (preg_match('#^groups/(\d{1,18})\z#', $path, $found) === 1) {
			try {
				$group = $this->inGroups->one((int)$found[1]);
				return ['group' => $this->groupPresenter->present($viewer, $group), 'roster' => $this->groupPresenter->roster($viewer, $group)];
			} catch (ReasonException) {
				return [];
			}
		}
		if (preg_match('#^members/(\d{1,18})(?:/edit)?\z#', $path, $found) === 1) {
			try {
				return ['member' => $this->presenter->present($viewer, $this->access->seen($viewer, (int)$found[1]))];
			} catch (ReasonException) {
				// The page itself says, in its own words, that the card does not exist.
				return [];
			}
		}
		return [];
	}

	/**
	 * The query in the address of the directory. Values that the page could not have produced are dropped, as the scripts do. If the rest is
	 * refused, the scripts get the same refusal and explain it.
	 *
	 * @return array{query: array{q: string, facet: object, sort: ?string}, directory?: array<string, mixed>}
	 */
	private function directory(Viewer $viewer): array {
		$words = $this->request->getParam('q');
		$words = is_string($words) ? trim(preg_replace('/\s+/u', ' ', $words) ?? '') : '';
		$facets = $this->request->getParam('facet');
		$facets = array_map(
			static fn (mixed $terms): array => array_values(array_filter((array)$terms, static fn (mixed $term): bool => is_string($term) && $term !== '' && mb_check_encoding($term, 'UTF-8'))),
			array_intersect_key(is_array($facets) ? $facets : [], array_flip(MemberFacets::ALL)),
		);
		$facets = $this->facets->meant(array_filter($facets));
		$sort = $this->request->getParam('sort');
		$sort = is_string($sort) && in_array($sort, MemberSearch::ORDERS, true) ? $sort : '';
		$cursor = $this->request->getParam('cursor');
		try {
			$criteria = MemberSearch::criteria($words, $facets);
			try {
				$directory = $this->search->directory($viewer, $criteria, $sort, is_string($cursor) ? $cursor : '', choices: FirstDirectory::MOST);
			} catch (ReasonException) {
				// The cursor of another list or of an earlier time: the list starts over.
				$directory = $this->search->directory($viewer, $criteria, $sort, choices: FirstDirectory::MOST);
			}
		} catch (ReasonException) {
			$directory = null;
		}
		return [
			'query' => ['q' => $words, 'facet' => (object)$facets, 'sort' => $sort === '' ? null : $sort],
		] + ($directory === null ? [] : ['directory' => $directory]);
	}
}
