<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Knowledge\About;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Vocabulary\Expressions;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** What expressions mean in this network, which facilitators see and edit (src/vocabulary/api.ts). */
class ExpressionController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Expressions $expressions,
		private readonly About $about,
		private readonly Network $network,
		private readonly IUserSession $session,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/vocabulary/expressions')]
	public function listExpressions(): DataResponse {
		$this->requireFacilitator();
		return new DataResponse($this->expressions->list());
	}

	/** POST, so that the text is in no log. */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/vocabulary/expressions/read')]
	public function readText(mixed $text = ''): DataResponse {
		$this->requireFacilitator();
		return new DataResponse($this->about->explainText($text));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/vocabulary/expressions')]
	public function addExpression(): DataResponse {
		$this->requireFacilitator();
		return new DataResponse($this->expressions->add($this->request->getParams()), Http::STATUS_CREATED);
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/vocabulary/expressions/{expression}', requirements: ['expression' => '\d{1,18}'])]
	public function changeExpression(int $expression): DataResponse {
		$this->requireFacilitator();
		$input = $this->request->getParams();
		return new DataResponse($this->expressions->change($expression, $input, Input::version($input)));
	}

	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/vocabulary/expressions/{expression}', requirements: ['expression' => '\d{1,18}'])]
	public function removeExpression(int $expression): DataResponse {
		$this->requireFacilitator();
		return new DataResponse($this->expressions->remove($expression));
	}

	private function requireFacilitator(): void {
		$this->network->requireFacilitator((string)$this->session->getUser()?->getUID());
	}
}
