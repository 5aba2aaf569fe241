<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Library\EvaluateSheet;
use OCA\Reseau\Library\SheetAccess;
use OCA\Reseau\Library\SheetPresenter;
use OCA\Reseau\Library\WriteSheet;
use OCA\Reseau\Library\WriteToAuthor;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The sheet of a file, and members' evaluations of it. Shapes, rights and reasons of every endpoint are in src/library/api.ts. */
class SheetController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Viewers $viewers,
		private readonly SheetAccess $access,
		private readonly SheetPresenter $presenter,
		private readonly WriteSheet $writing,
		private readonly EvaluateSheet $evaluating,
		private readonly WriteToAuthor $messages,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sheets/{file}', requirements: ['file' => '\d{1,18}'])]
	public function get(int $file): DataResponse {
		return $this->answer($this->viewers->current(), $file);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/sheets/{file}', requirements: ['file' => '\d{1,18}'])]
	public function write(int $file): DataResponse {
		$viewer = $this->viewers->current();
		// Path parameters and Nextcloud's own are among the parameters too.
		$this->writing->write($viewer, $file, array_diff_key($this->request->getParams(), ['file' => 0, '_route' => 0, 'format' => 0]));
		return $this->answer($viewer, $file);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/sheets/{file}/status', requirements: ['file' => '\d{1,18}'])]
	public function setStatus(int $file): DataResponse {
		$viewer = $this->viewers->current();
		$this->writing->setStatus($viewer, $file, $this->request->getParams());
		return $this->answer($viewer, $file);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/sheets/{file}', requirements: ['file' => '\d{1,18}'])]
	public function remove(int $file): DataResponse {
		$this->writing->remove($this->viewers->current(), $file, $this->request->getParams());
		return new DataResponse(null);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/sheets/{file}/evaluation', requirements: ['file' => '\d{1,18}'])]
	public function evaluate(int $file): DataResponse {
		$viewer = $this->viewers->current();
		$this->evaluating->say($this->access->seen($viewer, $file), $this->access->own($viewer), $this->request->getParams());
		return $this->answer($viewer, $file);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/sheets/{file}/evaluation', requirements: ['file' => '\d{1,18}'])]
	public function takeEvaluationBack(int $file): DataResponse {
		$viewer = $this->viewers->current();
		$this->evaluating->takeBack($this->access->seen($viewer, $file)->sheet, $this->access->own($viewer));
		return $this->answer($viewer, $file);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/sheets/{file}/writing', requirements: ['file' => '\d{1,18}'])]
	public function writing(int $file, mixed $to = null): DataResponse {
		return new DataResponse($this->messages->writing($this->viewers->current(), $file, $to));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/sheets/{file}/conversations', requirements: ['file' => '\d{1,18}'])]
	public function start(int $file): DataResponse {
		return new DataResponse($this->messages->write($this->viewers->current(), $file, $this->request->getParams()), Http::STATUS_CREATED);
	}

	private function answer(Viewer $viewer, int $file): DataResponse {
		return new DataResponse($this->presenter->present($viewer, $this->access->seen($viewer, $file)));
	}
}
