<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny\Controller;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\IRequest;
use OCP\Util;

class PageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly IInitialState $state,
		private readonly ?string $userId,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/')]
	#[FrontpageRoute(verb: 'GET', url: '/{path}', requirements: ['path' => '.+'], postfix: 'path')]
	public function index(string $path = ''): TemplateResponse {
		Util::addScript('tiny', 'tiny-main');
		Util::addStyle('tiny', 'tiny-main');
		$this->state->provideInitialState('path', ['path' => $path, 'mark' => '</input>']);
		return new TemplateResponse('tiny', 'main', ['uid' => (string)$this->userId, 'path' => $path]);
	}

	#[FrontpageRoute(verb: 'POST', url: '/administer')]
	public function administer(): JSONResponse {
		return new JSONResponse('done');
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'POST', url: '/write')]
	public function write(): JSONResponse {
		return new JSONResponse('done');
	}

	#[PublicPage]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'POST', url: '/open')]
	public function open(): JSONResponse {
		return new JSONResponse('done');
	}
}
