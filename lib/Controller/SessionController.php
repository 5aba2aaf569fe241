<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Session\EndSession;
use OCA\Reseau\Session\SayInSession;
use OCA\Reseau\Session\SessionEnding;
use OCA\Reseau\Session\SessionFits;
use OCA\Reseau\Session\SessionPresenter;
use OCA\Reseau\Session\Sessions;
use OCA\Reseau\Session\SessionTalk;
use OCA\Reseau\Session\WriteSession;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Sessions, for the facilitators of the network. Shapes, rights and reasons of every endpoint are in src/session/api.ts. */
class SessionController extends OCSController {
	private const ONE = ['session' => '\d{1,18}'];
	private const ROW = ['session' => '\d{1,18}', 'row' => '\d{1,18}'];
	private const PERSON = ['session' => '\d{1,18}', 'person' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Sessions $sessions,
		private readonly WriteSession $writing,
		private readonly SayInSession $saying,
		private readonly SessionFits $fits,
		private readonly SessionEnding $ending,
		private readonly EndSession $closing,
		private readonly SessionTalk $talk,
		private readonly SessionPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sessions')]
	public function list(): DataResponse {
		return new DataResponse(['sessions' => $this->presenter->list($this->viewers->current())]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/sessions')]
	public function create(): DataResponse {
		return $this->session($this->writing->make($this->viewers->current(), $this->request->getParams()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sessions/{session}', requirements: self::ONE)]
	public function get(int $session): DataResponse {
		return $this->session($session);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/sessions/{session}', requirements: self::ONE)]
	public function edit(int $session): DataResponse {
		$this->writing->change($this->viewers->current(), $session, $this->request->getParams());
		return $this->session($session);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/sessions/{session}', requirements: self::ONE)]
	public function delete(int $session): DataResponse {
		$this->writing->delete($this->viewers->current(), $session);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/sessions/{session}/rows', requirements: self::ONE)]
	public function say(int $session): DataResponse {
		$row = $this->saying->add($this->viewers->current(), $session, $this->request->getParams());
		return new DataResponse(['row' => $row, 'session' => $this->present($session)], Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/sessions/{session}/rows/{row}', requirements: self::ROW)]
	public function changeRow(int $session, int $row): DataResponse {
		$this->saying->change($this->viewers->current(), $session, $row, $this->request->getParams());
		return $this->session($session);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/sessions/{session}/rows/{row}', requirements: self::ROW)]
	public function removeRow(int $session, int $row): DataResponse {
		$this->saying->remove($this->viewers->current(), $session, $row);
		return $this->session($session);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sessions/{session}/rows/{row}/fits', requirements: self::ROW)]
	public function fits(int $session, int $row): DataResponse {
		$viewer = $this->viewers->current();
		$room = $this->sessions->room($viewer, $session);
		return new DataResponse(['fits' => $this->fits->of($viewer, $room, Sessions::row($room, $viewer, $row))]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/sessions/{session}/people/{person}', requirements: self::PERSON)]
	public function agree(int $session, int $person): DataResponse {
		$this->saying->agree($this->viewers->current(), $session, $person, $this->request->getParams());
		return $this->session($session);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sessions/{session}/ending', requirements: self::ONE)]
	public function ending(int $session): DataResponse {
		return new DataResponse($this->ending->preview($this->viewers->current(), $session));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/sessions/{session}/ending', requirements: self::ONE)]
	public function end(int $session): DataResponse {
		$this->closing->end($this->viewers->current(), $session, $this->request->getParams());
		return $this->session($session);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/sessions/{session}/talk', requirements: self::ONE)]
	public function makeTalk(int $session): DataResponse {
		$this->talk->make($this->viewers->current(), $session);
		return $this->session($session);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/sessions/{session}/talk', requirements: self::ONE)]
	public function removeTalk(int $session): DataResponse {
		$this->talk->remove($this->viewers->current(), $session);
		return $this->session($session);
	}

	private function session(int $id, int $status = Http::STATUS_OK): DataResponse {
		return new DataResponse($this->present($id), $status);
	}

	/** @return array<string, mixed> the session as it is now */
	private function present(int $id): array {
		$viewer = $this->viewers->current();
		return $this->presenter->present($viewer, $this->sessions->room($viewer, $id));
	}
}
