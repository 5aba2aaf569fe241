<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Member\Import\Import;
use OCA\Reseau\Member\Import\ImportRows;
use OCA\Reseau\Member\Import\Imports;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Files of people that facilitators import (src/member/import/api.ts). */
class ImportController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Imports $imports,
		private readonly ImportRows $rows,
		private readonly Viewers $viewers,
		private readonly Network $network,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/imports')]
	public function list(): DataResponse {
		return new DataResponse($this->imports->all((string)$this->facilitator()->uid));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/imports/check')]
	public function check(): DataResponse {
		$viewer = $this->facilitator();
		return new DataResponse(['rows' => $this->rows->check($viewer, $this->request->getParams()['rows'] ?? null)]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/imports')]
	public function start(): DataResponse {
		$import = $this->imports->start((string)$this->facilitator()->uid, $this->request->getParams());
		return $this->whole($import, Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/imports/{import}', requirements: ['import' => '\d{1,18}'])]
	public function get(int $import): DataResponse {
		return $this->whole($this->imports->get((string)$this->facilitator()->uid, $import));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/imports/{import}/rows', requirements: ['import' => '\d{1,18}'])]
	public function import(int $import): DataResponse {
		$viewer = $this->facilitator();
		$journal = $this->imports->get((string)$viewer->uid, $import);
		$rows = $this->rows->import($viewer, $journal, $this->request->getParams()['rows'] ?? null);
		return new DataResponse(['import' => $this->imports->one($journal), 'rows' => $rows]);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/imports/{import}/finish', requirements: ['import' => '\d{1,18}'])]
	public function finish(int $import): DataResponse {
		$journal = $this->imports->get((string)$this->facilitator()->uid, $import);
		$this->imports->finish($journal);
		return new DataResponse($this->imports->one($journal));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 600, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/imports/{import}/undo', requirements: ['import' => '\d{1,18}'])]
	public function undo(int $import, mixed $after = 0): DataResponse {
		$viewer = $this->facilitator();
		$journal = $this->imports->get((string)$viewer->uid, $import);
		$undone = $this->imports->undo($viewer, $journal, Input::count($after) ?? throw new ReasonException('wrong_type', details: ['field' => 'after']));
		return new DataResponse(['import' => $this->imports->one($journal)] + $undone);
	}

	private function whole(Import $import, int $status = Http::STATUS_OK): DataResponse {
		return new DataResponse(['import' => $this->imports->one($import), 'rows' => $this->imports->report($import)], $status);
	}

	/** The viewer, if they may import people. */
	private function facilitator(): Viewer {
		$viewer = $this->viewers->current();
		$this->network->requireFacilitator((string)$viewer->uid);
		return $viewer;
	}
}
