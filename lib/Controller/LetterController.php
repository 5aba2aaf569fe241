<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Letter\LetterOnPaper;
use OCA\Reseau\Letter\LetterPresenter;
use OCA\Reseau\Letter\Letters;
use OCA\Reseau\Letter\PreviewLetter;
use OCA\Reseau\Letter\ReadLetter;
use OCA\Reseau\Letter\WriteLetter;
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

/** Letters while they are written, and as members read them. Shapes, rights and reasons of every endpoint are in src/letter/api.ts. */
class LetterController extends OCSController {
	use OrCurrent;

	private const ONE = ['letter' => '\d{1,18}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly Letters $letters,
		private readonly WriteLetter $writing,
		private readonly PreviewLetter $previews,
		private readonly ReadLetter $reading,
		private readonly LetterOnPaper $paper,
		private readonly LetterPresenter $presenter,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letters')]
	public function list(): DataResponse {
		return new DataResponse(['letters' => $this->presenter->list($this->viewers->current())]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/letters')]
	public function create(): DataResponse {
		return $this->letter($this->writing->make($this->viewers->current(), $this->request->getParams()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letters/{letter}', requirements: self::ONE)]
	public function get(int $letter): DataResponse {
		return $this->letter($letter);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/letters/{letter}', requirements: self::ONE)]
	public function edit(int $letter): DataResponse {
		$this->orCurrent(
			fn () => $this->writing->change($this->viewers->current(), $letter, $this->request->getParams()),
			fn (): array => $this->letter($letter)->getData(),
		);
		return $this->letter($letter);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/letters/{letter}', requirements: self::ONE)]
	public function delete(int $letter): DataResponse {
		$this->writing->delete($this->viewers->current(), $letter);
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letters/{letter}/reading', requirements: self::ONE)]
	public function read(int $letter): DataResponse {
		$viewer = $this->viewers->current();
		$sent = $this->letters->sent($viewer, $letter);
		return ReadLetter::mayRead($viewer, $sent) ? new DataResponse($this->presenter->reading($viewer, $sent)) : throw ReasonException::notFound();
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letters/{letter}/passages', requirements: self::ONE)]
	public function passages(int $letter): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->presenter->found($viewer, $this->letters->draft($viewer, $letter)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/letters/{letter}/rendering', requirements: self::ONE)]
	public function render(int $letter): DataResponse {
		return new DataResponse($this->previews->render($this->viewers->current(), $letter, $this->request->getParams()));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/letters/{letter}/test', requirements: self::ONE)]
	public function test(int $letter): DataResponse {
		return new DataResponse(['address' => $this->previews->test($this->viewers->current(), $letter, $this->request->getParams())]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letters/{letter}/file', requirements: self::ONE)]
	public function text(int $letter): DataResponse {
		$viewer = $this->viewers->current();
		Letters::requireFacilitator($viewer);
		return new DataResponse(['text' => $this->reading->forLibrary($viewer, $this->letters->sent($viewer, $letter))]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/letters/{letter}/file', requirements: self::ONE)]
	public function keepFile(int $letter): DataResponse {
		$this->writing->keepFile($this->viewers->current(), $letter, $this->request->getParam('file'));
		return $this->letter($letter);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/letters/{letter}/papers', requirements: self::ONE)]
	public function papers(int $letter): DataResponse {
		return new DataResponse($this->paper->refused($this->viewers->current(), $letter, Input::number($this->request->getParam('after')) ?? 0));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/members/{id}/papers', requirements: ['id' => '\d{1,18}'])]
	public function papersOf(int $id): DataResponse {
		return new DataResponse($this->paper->ofCard($this->viewers->current(), $id));
	}

	private function letter(int $id, int $status = Http::STATUS_OK): DataResponse {
		$viewer = $this->viewers->current();
		return new DataResponse($this->presenter->present($viewer, $this->letters->one($viewer, $id)), $status);
	}
}
