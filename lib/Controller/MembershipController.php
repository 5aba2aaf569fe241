<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Group\GroupPresenter;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\HandOver;
use OCA\Reseau\Group\Invitations;
use OCA\Reseau\Group\JoinGroup;
use OCA\Reseau\Group\LeaveGroup;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Input;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The people of groups: src/group/api.ts. */
class MembershipController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Groups $groups,
		private readonly JoinGroup $joining,
		private readonly LeaveGroup $leaving,
		private readonly HandOver $handOver,
		private readonly Invitations $invitations,
		private readonly GroupPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/groups/{group}/roster', requirements: ['group' => '\d{1,18}'])]
	public function roster(int $group): DataResponse {
		return new DataResponse($this->presenter->roster($this->viewers->current(), $this->groups->one($group)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/join', requirements: ['group' => '\d{1,18}'])]
	public function join(int $group): DataResponse {
		// Parts of an engagement that are left out are empty.
		$this->joining->join($this->viewers->current(), $group, $this->request->getParams() + ['commitment' => '', 'hours' => '', 'from' => null, 'until' => null, 'limits' => '']);
		return $this->group($group);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/groups/{group}/membership', requirements: ['group' => '\d{1,18}'])]
	public function engage(int $group): DataResponse {
		$this->joining->engage($this->viewers->current(), $group, $this->request->getParams());
		return $this->group($group);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/leave', requirements: ['group' => '\d{1,18}'])]
	public function leave(int $group, mixed $note = null): DataResponse {
		$this->leaving->leave($this->viewers->current(), $group, $note);
		return $this->group($group);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/decline', requirements: ['group' => '\d{1,18}'])]
	public function decline(int $group): DataResponse {
		$this->joining->decline($this->viewers->current(), $group);
		return $this->group($group);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/invitations', requirements: ['group' => '\d{1,18}'])]
	public function invite(int $group, mixed $memberId = null): DataResponse {
		$outcome = $this->invitations->ask($group, Input::number($memberId) ?? 0, (string)$this->viewers->current()->uid);
		return new DataResponse(['outcome' => $outcome->value]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/people', requirements: ['group' => '\d{1,18}'])]
	public function addPerson(int $group): DataResponse {
		$membership = $this->invitations->add($this->viewers->current(), $group, $this->request->getParams());
		return $this->row($group, $membership, Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/groups/{group}/people/{member}', requirements: ['group' => '\d{1,18}', 'member' => '\d{1,18}'])]
	public function changePerson(int $group, int $member): DataResponse {
		return $this->row($group, $this->invitations->change($this->viewers->current(), $group, $member, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/people/{member}/accept', requirements: ['group' => '\d{1,18}', 'member' => '\d{1,18}'])]
	public function acceptFor(int $group, int $member): DataResponse {
		return $this->row($group, $this->invitations->acceptFor($this->viewers->current(), $group, $member, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/people/{member}/decline', requirements: ['group' => '\d{1,18}', 'member' => '\d{1,18}'])]
	public function declineFor(int $group, int $member): DataResponse {
		$this->invitations->declineFor($this->viewers->current(), $group, $member);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/people/{member}/admit', requirements: ['group' => '\d{1,18}', 'member' => '\d{1,18}'])]
	public function admit(int $group, int $member): DataResponse {
		return $this->row($group, $this->joining->admit($this->viewers->current(), $group, $member));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/groups/{group}/people/{member}', requirements: ['group' => '\d{1,18}', 'member' => '\d{1,18}'])]
	public function removePerson(int $group, int $member, mixed $note = null): DataResponse {
		$this->leaving->remove($this->viewers->current(), $group, $member, $note);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/groups/{group}/facilitators', requirements: ['group' => '\d{1,18}'])]
	public function facilitate(int $group): DataResponse {
		$this->handOver->facilitate($this->viewers->current(), $group, $this->request->getParams());
		return $this->group($group);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/groups/{group}/facilitators', requirements: ['group' => '\d{1,18}'])]
	public function stepDown(int $group): DataResponse {
		$this->handOver->stepDown($this->viewers->current(), $group);
		return $this->group($group);
	}

	/** Reads the group and the viewer again, for the current state of both. */
	private function group(int $group): DataResponse {
		return new DataResponse($this->presenter->present($this->viewers->current(), $this->groups->one($group)));
	}

	private function row(int $group, Membership $membership, int $status = Http::STATUS_OK): DataResponse {
		return new DataResponse($this->presenter->row($this->viewers->current(), $this->groups->one($group), $membership), $status);
	}
}
