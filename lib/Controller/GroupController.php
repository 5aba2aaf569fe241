<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Group\Conversation;
use OCA\Reseau\Group\EditGroup;
use OCA\Reseau\Group\GroupLimits;
use OCA\Reseau\Group\GroupMaking;
use OCA\Reseau\Group\GroupPresenter;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\GroupSearch;
use OCA\Reseau\Group\MakeGroup;
use OCA\Reseau\Group\Runner;
use OCA\Reseau\Group\UndoGroup;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\OrCurrent;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Groups and their making. Shapes, rights and reasons of every endpoint are in src/group/api.ts. */
class GroupController extends OCSController {
	use OrCurrent;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Groups $groups,
		private readonly MakeGroup $making,
		private readonly EditGroup $editing,
		private readonly GroupMaking $journal,
		private readonly UndoGroup $undoing,
		private readonly Conversation $conversation,
		private readonly GroupLimits $limits,
		private readonly GroupPresenter $presenter,
		private readonly GroupSearch $search,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups')]
	public function list(): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->presenter->list($viewer, $this->groups->all($viewer)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/found')]
	public function find(mixed $q = '', mixed $cursor = '', mixed $limit = GroupSearch::DEFAULT_LIMIT): DataResponse {
		return new DataResponse($this->search->find($this->viewers->current(), $q, Input::string($cursor, 'cursor'), Input::number($limit) ?? 0, true));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups')]
	public function create(): DataResponse {
		$viewer = $this->viewers->current();
		$this->limits->countGroup($viewer);
		$group = $this->making->make($viewer, $this->request->getParams());
		return $this->group((int)$group->getId(), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}', requirements: ['group' => '\d{1,18}'])]
	public function get(int $group): DataResponse {
		return $this->group($group);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/groups/{group}', requirements: ['group' => '\d{1,18}'])]
	public function edit(int $group): DataResponse {
		$input = array_intersect_key($this->request->getParams(), array_flip(['title', 'purpose', 'mandate', 'channel', 'join', 'seeks', 'terms', 'territories', 'version']));
		return $this->changed($group, fn () => $this->editing->edit($this->viewers->current(), $group, $input));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/groups/{group}/status', requirements: ['group' => '\d{1,18}'])]
	public function setStatus(int $group): DataResponse {
		return $this->changed($group, fn () => $this->editing->setStatus($this->viewers->current(), $group, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/groups/{group}', requirements: ['group' => '\d{1,18}'])]
	public function delete(int $group, mixed $runner = ''): DataResponse {
		$viewer = $this->viewers->current();
		$this->editing->delete($viewer, $group, $runner === '' ? '' : Runner::computeHolder($viewer, $runner));
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/making/lease', requirements: ['group' => '\d{1,18}'])]
	public function takeLease(int $group, mixed $runner = null): DataResponse {
		return new DataResponse($this->journal->lease($this->viewers->current(), $group, $runner));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/groups/{group}/making/lease', requirements: ['group' => '\d{1,18}'])]
	public function releaseLease(int $group, mixed $runner = null): DataResponse {
		$this->journal->release($this->viewers->current(), $group, $runner);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/making/undo', requirements: ['group' => '\d{1,18}'])]
	public function beginUndo(int $group, mixed $runner = null): DataResponse {
		return new DataResponse($this->undoing->begin($this->viewers->current(), $group, $runner));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/groups/{group}/making/undo', requirements: ['group' => '\d{1,18}'])]
	public function endUndo(int $group, mixed $runner = null): DataResponse {
		$this->undoing->end($this->viewers->current(), $group, $runner);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/groups/{group}/making', requirements: ['group' => '\d{1,18}'])]
	public function saveMaking(int $group): DataResponse {
		return new DataResponse($this->journal->save($this->viewers->current(), $group, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/talk', requirements: ['group' => '\d{1,18}'])]
	public function makeTalk(int $group): DataResponse {
		$this->conversation->make($this->groups->one($group), (string)$this->viewers->current()->uid);
		return $this->group($group);
	}

	private function changed(int $group, callable $change): DataResponse {
		$this->orCurrent($change, fn (): array => $this->present($group));
		return $this->group($group);
	}

	private function group(int $group, int $status = Http::STATUS_OK): DataResponse {
		return new DataResponse($this->present($group), $status);
	}

	/** @return array<string, mixed> the group, read again with the viewer, for the current state of both */
	private function present(int $group): array {
		return $this->presenter->present($this->viewers->current(), $this->groups->one($group));
	}
}
