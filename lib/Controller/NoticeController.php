<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\AnswerNotice;
use OCA\Reseau\Notice\ChangeNotice;
use OCA\Reseau\Notice\NoticeAccess;
use OCA\Reseau\Notice\NoticePresenter;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\NoticeSearch;
use OCA\Reseau\Notice\SimilarNotices;
use OCA\Reseau\Notice\UnansweredNotices;
use OCA\Reseau\Notice\WriteNotice;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\OrCurrent;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Notices. Shapes, rights and reasons of every endpoint are in src/notice/api.ts. */
class NoticeController extends OCSController {
	use OrCurrent;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Notices $notices,
		private readonly NoticeAccess $access,
		private readonly NoticeSearch $search,
		private readonly SimilarNotices $similarity,
		private readonly UnansweredNotices $without,
		private readonly WriteNotice $writing,
		private readonly ChangeNotice $change,
		private readonly AnswerNotice $answering,
		private readonly NoticePresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices')]
	public function list(mixed $q = '', mixed $facet = [], mixed $sort = '', mixed $cursor = '', mixed $limit = NoticeSearch::DEFAULT_LIMIT): DataResponse {
		return new DataResponse($this->search->list(
			$this->viewers->current(),
			NoticeSearch::criteria($q, $facet),
			Input::string($sort, 'sort'),
			Input::string($cursor, 'cursor'),
			Input::number($limit) ?? 0,
			true,
		));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices/mine')]
	public function mine(mixed $cursor = '', mixed $limit = NoticeSearch::DEFAULT_LIMIT): DataResponse {
		$viewer = $this->viewers->current();
		[$notices, $next] = $this->notices->own($viewer, Input::string($cursor, 'cursor'), NoticeSearch::checkLimit(Input::number($limit) ?? 0));
		return new DataResponse(['notices' => $this->presenter->list($viewer, $notices), 'next' => $next]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices/unanswered')]
	public function unanswered(mixed $cursor = '', mixed $limit = NoticeSearch::DEFAULT_LIMIT): DataResponse {
		$viewer = $this->viewers->current();
		[$notices, $next] = $this->without->list($viewer, Input::string($cursor, 'cursor'), NoticeSearch::checkLimit(Input::number($limit) ?? 0));
		return new DataResponse(['notices' => $this->presenter->list($viewer, $notices), 'next' => $next]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices/similar')]
	public function similar(mixed $title = '', mixed $kind = null, mixed $term = []): DataResponse {
		return new DataResponse($this->similarity->find($this->viewers->current(), $title, $kind, $term));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/notices')]
	public function create(): DataResponse {
		return $this->notice($this->writing->publish($this->viewers->current(), $this->request->getParams()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices/{notice}', requirements: ['notice' => '\d{1,18}'])]
	public function get(int $notice): DataResponse {
		return $this->notice($notice);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/notices/{notice}', requirements: ['notice' => '\d{1,18}'])]
	public function edit(int $notice): DataResponse {
		$this->orCurrent(
			fn () => $this->writing->change($this->viewers->current(), $notice, $this->request->getParams()),
			fn (): array => $this->present($notice),
		);
		return $this->notice($notice);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/notices/{notice}/renewal', requirements: ['notice' => '\d{1,18}'])]
	public function renew(int $notice, mixed $until = null): DataResponse {
		$this->change->renew($this->viewers->current(), $notice, $until);
		return $this->notice($notice);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/notices/{notice}/closing', requirements: ['notice' => '\d{1,18}'])]
	public function close(int $notice): DataResponse {
		$this->change->close($this->viewers->current(), $notice, $this->request->getParams());
		return $this->notice($notice);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/notices/{notice}/reopening', requirements: ['notice' => '\d{1,18}'])]
	public function reopen(int $notice): DataResponse {
		$this->change->reopen($this->viewers->current(), $notice);
		return $this->notice($notice);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/notices/{notice}/end', requirements: ['notice' => '\d{1,18}'])]
	public function end(int $notice): DataResponse {
		$this->change->end($this->viewers->current(), $notice);
		return $this->notice($notice);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/notices/{notice}', requirements: ['notice' => '\d{1,18}'])]
	public function delete(int $notice): DataResponse {
		$this->change->delete($this->viewers->current(), $notice);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/notices/{notice}/writing', requirements: ['notice' => '\d{1,18}'])]
	public function writing(int $notice, mixed $for = null): DataResponse {
		return new DataResponse($this->answering->writing($this->viewers->current(), $notice, $for));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/notices/{notice}/conversations', requirements: ['notice' => '\d{1,18}'])]
	public function write(int $notice): DataResponse {
		return new DataResponse($this->answering->write($this->viewers->current(), $notice, $this->request->getParams()), Http::STATUS_CREATED);
	}

	private function notice(int $id, int $status = Http::STATUS_OK): DataResponse {
		return new DataResponse($this->present($id), $status);
	}

	/** @return array<string, mixed> the notice as it is now */
	private function present(int $id): array {
		$viewer = $this->viewers->current();
		return $this->presenter->present($viewer, $this->access->seen($viewer, $id));
	}
}
