<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Directory\KeptCards;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\Editing\ChangeStatus;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\Export\MemberExport;
use OCA\Reseau\Member\Home\Beginning;
use OCA\Reseau\Member\Home\MemberHome;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Member\Yearly\ConfirmCard;
use OCA\Reseau\Shared\ActionLimit;
use OCA\Reseau\Shared\Audience\Relation;
use OCA\Reseau\Shared\Audience\Viewer;
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

/**
 * Cards. Shapes, rights and reasons of every endpoint are in src/member/api.ts; refusals are ReasonExceptions.
 */
class MemberController extends OCSController {
	use OrCurrent;

	/** How many mails and telephones of people without an account an account may write down: it must not find out by trying who refused. */
	private const CONTACTS_AN_HOUR = 300;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly MemberHome $home,
		private readonly Beginning $beginning,
		private readonly KeptCards $kept,
		private readonly MemberService $service,
		private readonly ChangeStatus $status,
		private readonly ConfirmCard $confirmation,
		private readonly MemberExport $exporter,
		private readonly MemberAccess $access,
		private readonly MemberPresenter $presenter,
		private readonly Viewers $viewers,
		private readonly ActionLimit $limit,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/home')]
	public function home(): DataResponse {
		return new DataResponse($this->home->present($this->viewers->current()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/news')]
	public function work(mixed $group = ''): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->home->work($group === '' ? $viewer : $viewer->within(Input::number($group) ?? 0)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/beginning')]
	public function putAwayBeginning(): DataResponse {
		$away = Input::flag($this->request->getParam('away') ?? 'neither', 'away');
		$this->beginning->putAway((string)$this->viewers->current()->uid, $away);
		return $this->home();
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/kept')]
	public function kept(mixed $cursor = '', mixed $limit = MemberSearch::DEFAULT_LIMIT, mixed $state = ''): DataResponse {
		return new DataResponse($this->kept->page($this->viewers->current(), Input::string($cursor, 'cursor'), Input::number($limit) ?? 0, Input::string($state, 'state')));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members')]
	public function create(): DataResponse {
		$viewer = $this->viewers->current();
		$input = $this->input();
		$this->limitContacts($input);
		return $this->card($viewer, $this->service->createKept((string)$viewer->uid, $input), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/me')]
	public function mine(): DataResponse {
		$viewer = $this->viewers->current();
		return $this->card($viewer, $this->access->own($viewer));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/members/me')]
	public function saveMine(): DataResponse {
		$viewer = $this->viewers->current();
		$input = $this->input();
		if ($viewer->memberId !== null) {
			return $this->saveCard($viewer, $this->access->own($viewer), $input);
		}
		if (($input['version'] ?? 0) !== 0) {
			throw new ReasonException('no_card', Http::STATUS_NOT_FOUND);
		}
		$member = $this->service->createOwn((string)$viewer->uid, $input);
		return $this->card($this->viewers->current(), $member);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/members/me')]
	public function deleteMine(): DataResponse {
		$this->service->delete($this->access->own($this->viewers->current()));
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}', requirements: ['id' => '\d{1,18}'])]
	public function get(int $id): DataResponse {
		$viewer = $this->viewers->current();
		return $this->card($viewer, $this->access->seen($viewer, $id));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/members/{id}', requirements: ['id' => '\d{1,18}'])]
	public function save(int $id): DataResponse {
		$viewer = $this->viewers->current();
		$member = $this->access->kept($viewer, $id);
		$input = $this->input();
		if ($member->getUid() === null) {
			$this->limitContacts($input);
		}
		return $this->saveCard($viewer, $member, $input);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/members/{id}', requirements: ['id' => '\d{1,18}'])]
	public function delete(int $id): DataResponse {
		$this->service->delete($this->access->kept($this->viewers->current(), $id));
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/preview', requirements: ['id' => '\d{1,18}'])]
	public function preview(int $id, mixed $as = ''): DataResponse {
		$member = $this->access->kept($this->viewers->current(), $id);
		return new DataResponse($this->presenter->preview($member, match ($as) {
			'visitor' => Relation::Visitor,
			'member' => Relation::Member,
			'groups' => Relation::Mate,
			default => throw new ReasonException('unknown_viewpoint', details: ['field' => 'as']),
		}));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/members/{id}/status', requirements: ['id' => '\d{1,18}'])]
	public function setStatus(int $id, mixed $status = null): DataResponse {
		$viewer = $this->viewers->current();
		$member = $this->access->kept($viewer, $id);
		$to = (is_string($status) ? Status::tryFrom($status) : null)
			?? throw new ReasonException('unknown_status', details: ['field' => 'status']);
		$version = Input::version($this->input());
		$this->changed($viewer, $id, fn () => $this->status->change($member, $to, $version, (string)$viewer->uid));
		return $this->card($viewer, $member);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members/{id}/confirm', requirements: ['id' => '\d{1,18}'])]
	public function confirm(int $id): DataResponse {
		$viewer = $this->viewers->current();
		$member = $this->access->kept($viewer, $id);
		$this->confirmation->confirm($member);
		return $this->card($viewer, $member);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members/{id}/consent', requirements: ['id' => '\d{1,18}'])]
	public function recordConsent(int $id, mixed $date = '', mixed $how = ''): DataResponse {
		$viewer = $this->viewers->current();
		$member = $this->access->kept($viewer, $id);
		$this->service->consent($member, Input::string($date, 'date'), Input::string($how, 'how'), (string)$viewer->uid);
		return $this->card($viewer, $member);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/export', requirements: ['id' => '\d{1,18}'])]
	public function export(int $id): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->exporter->export($viewer, $this->access->kept($viewer, $id)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/export/page', requirements: ['id' => '\d{1,18}'])]
	public function exportPage(int $id): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse(['page' => $this->exporter->page($viewer, $this->access->kept($viewer, $id))]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/members/{id}/steward', requirements: ['id' => '\d{1,18}'])]
	public function passOn(int $id, mixed $uid = null): DataResponse {
		$member = $this->access->kept($this->viewers->current(), $id);
		$to = $uid === null ? null : Input::string($uid, 'uid');
		$this->service->passOn($member, $to);
		return new DataResponse(null);
	}

	/** @param array<array-key, mixed> $input */
	private function saveCard(Viewer $viewer, Member $member, array $input): DataResponse {
		$this->changed($viewer, $member->ownerId(), fn () => $this->service->save($member, $input));
		return $this->card($viewer, $member);
	}

	/** @param array<array-key, mixed> $input */
	private function limitContacts(array $input): void {
		if (isset($input['contact'])) {
			$this->limit->count('reseau-kept-contact', [ActionLimit::HOUR => self::CONTACTS_AN_HOUR]);
		}
	}

	private function changed(Viewer $viewer, int $id, callable $change): void {
		$this->orCurrent($change, fn (): array => $this->presenter->present($viewer, $this->access->seen($viewer, $id)));
	}

	private function card(Viewer $viewer, Member $member, int $status = Http::STATUS_OK): DataResponse {
		return new DataResponse($this->presenter->present($viewer, $member), $status);
	}

	/** @return array<array-key, mixed> the request's parameters without those of the route */
	private function input(): array {
		return array_diff_key($this->request->getParams(), ['_route' => 0, 'id' => 0, 'format' => 0]);
	}
}
