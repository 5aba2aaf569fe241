<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Message\CarryMessages;
use OCA\Reseau\Message\ChangeConversation;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Message\DeliverMessage;
use OCA\Reseau\Message\MessageAccess;
use OCA\Reseau\Message\MessagePresenter;
use OCA\Reseau\Message\Topic;
use OCA\Reseau\Message\WriteMessage;
use OCA\Reseau\Message\WritersChoice;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Messages between people. Shapes, rights and reasons of every endpoint are in src/message/api.ts. */
class MessageController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Conversations $conversations,
		private readonly MessageAccess $access,
		private readonly WriteMessage $writing,
		private readonly DeliverMessage $delivery,
		private readonly CarryMessages $carrying,
		private readonly ChangeConversation $change,
		private readonly WritersChoice $writers,
		private readonly MessagePresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/conversations')]
	public function list(mixed $cursor = ''): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->presenter->page($viewer, ...$this->conversations->page($viewer, Input::string($cursor, 'cursor'))));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/conversations/reported')]
	public function reported(mixed $cursor = ''): DataResponse {
		$viewer = $this->viewers->current();
		if (!$viewer->facilitator) {
			throw ReasonException::notYours();
		}
		return new DataResponse($this->presenter->page($viewer, ...$this->conversations->reported(Input::string($cursor, 'cursor'))));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/conversations/{conversation}', requirements: ['conversation' => '\d{1,18}'])]
	public function get(int $conversation): DataResponse {
		return $this->conversation($conversation);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/conversations/{conversation}/bulk', requirements: ['conversation' => '\d{1,18}'])]
	public function bulk(int $conversation): DataResponse {
		$viewer = $this->viewers->current();
		$all = $this->conversations->ofBulk($viewer, ...$this->access->own($viewer, $conversation));
		return new DataResponse($this->presenter->page($viewer, $all, null)['conversations']);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/writing', requirements: ['id' => '\d{1,18}'])]
	public function writing(int $id, mixed $for = null): DataResponse {
		$viewer = $this->viewers->current();
		$to = $this->access->person($viewer, $id);
		return new DataResponse($this->presenter->writing($this->access->sender($viewer, $for), $to, Topic::card($id)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/members/{id}/conversations', requirements: ['id' => '\d{1,18}'])]
	public function start(int $id): DataResponse {
		$viewer = $this->viewers->current();
		$this->access->person($viewer, $id);
		$conversation = $this->writing->start($viewer, static fn (): Topic => Topic::card($id), $this->request->getParams());
		return $this->conversation($conversation, Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/conversations/{conversation}/messages', requirements: ['conversation' => '\d{1,18}'])]
	public function write(int $conversation): DataResponse {
		$this->writing->write($this->viewers->current(), $conversation, $this->request->getParams());
		return $this->conversation($conversation, Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/conversations/{conversation}/messages/{message}/delivery', requirements: ['conversation' => '\d{1,18}', 'message' => '\d{1,18}'])]
	public function deliver(int $conversation, int $message): DataResponse {
		$this->delivery->again($this->viewers->current(), $conversation, $message);
		return $this->conversation($conversation);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/conversations/{conversation}/carried', requirements: ['conversation' => '\d{1,18}'])]
	public function carry(int $conversation): DataResponse {
		$this->carrying->carry($this->viewers->current(), $conversation, $this->request->getParams());
		return $this->conversation($conversation);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/conversations/{conversation}/named', requirements: ['conversation' => '\d{1,18}'])]
	public function reveal(int $conversation): DataResponse {
		$this->change->reveal($this->viewers->current(), $conversation);
		return $this->conversation($conversation);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/conversations/{conversation}/read', requirements: ['conversation' => '\d{1,18}'])]
	public function read(int $conversation, mixed $upTo = null): DataResponse {
		$this->change->read($this->viewers->current(), $conversation, $upTo);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/conversations/{conversation}/state', requirements: ['conversation' => '\d{1,18}'])]
	public function setState(int $conversation, mixed $state = null): DataResponse {
		$this->change->setState($this->viewers->current(), $conversation, $state);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/conversations/{conversation}/mute', requirements: ['conversation' => '\d{1,18}'])]
	public function mute(int $conversation, mixed $muted = null): DataResponse {
		$this->change->mute($this->viewers->current(), $conversation, $muted);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/conversations/{conversation}/report', requirements: ['conversation' => '\d{1,18}'])]
	public function report(int $conversation, mixed $reported = null): DataResponse {
		$this->change->report($this->viewers->current(), $conversation, $reported);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/writing')]
	public function writers(): DataResponse {
		return new DataResponse(['writers' => $this->writers->of((string)$this->viewers->current()->uid)->value]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/writing')]
	public function setWriters(mixed $writers = null): DataResponse {
		return new DataResponse(['writers' => $this->writers->choose((string)$this->viewers->current()->uid, $writers)->value]);
	}

	private function conversation(int $id, int $status = Http::STATUS_OK): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->presenter->present($viewer, $this->access->readable($viewer, $id)), $status);
	}
}
